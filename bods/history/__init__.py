"""The records as they stood on a day, from all the statements ever made, as they were known at a moment.

Two times: the day a statement speaks of (`statementDate`, and the dates of interests), and the moment it was published.
"""

from bods.history.instants import Known, in_order, moments_of
from bods.history.picking import records_at, snapshot
from bods.history.snapshot import Holding, Snapshot

__all__ = ["Holding", "Known", "Snapshot", "in_order", "moments_of", "records_at", "snapshot"]
