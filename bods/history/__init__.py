"""The records as they stood on a day, from all the statements ever made, as they were known at a moment.

Two times: the day a statement speaks of (`statementDate`, and the dates of interests), and the moment it was published.
"""

from bods.history.changes import ABSENT, Absent, FieldChange, field_changes
from bods.history.differences import Cause, Difference, Way, differences
from bods.history.index import History, Turns
from bods.history.instants import Known, in_order, moments_of
from bods.history.networks import network_at, network_of
from bods.history.picking import records_at, snapshot
from bods.history.snapshot import Holding, Snapshot
from bods.history.spans import Span
from bods.history.texts import snapshot_of_texts
from bods.history.timeline import Step, StepKind, timeline

__all__ = [
    "ABSENT",
    "Absent",
    "Cause",
    "Difference",
    "FieldChange",
    "History",
    "Holding",
    "Known",
    "Snapshot",
    "Span",
    "Step",
    "StepKind",
    "Turns",
    "Way",
    "differences",
    "field_changes",
    "in_order",
    "moments_of",
    "network_at",
    "network_of",
    "records_at",
    "snapshot",
    "snapshot_of_texts",
    "timeline",
]
