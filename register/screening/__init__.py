"""What officers do with findings: decide with a reason, stand where decisions leave them, see a tender at a glance."""

from register.screening.counting import Summary, summary
from register.screening.decisions import (
    Decision,
    DecisionKind,
    ReasonMissingError,
    Standing,
    State,
    choices,
    standing,
)
from register.screening.facts import facts_of
from register.screening.matrix import letter_of, matrix
from register.screening.shapes import Cell, Cluster, Column, ColumnKind, Matrix, Row
from register.screening.weighing import context_codes, is_context

__all__ = [
    "Cell",
    "Cluster",
    "Column",
    "ColumnKind",
    "Decision",
    "DecisionKind",
    "Matrix",
    "ReasonMissingError",
    "Row",
    "Standing",
    "State",
    "Summary",
    "choices",
    "context_codes",
    "facts_of",
    "is_context",
    "letter_of",
    "matrix",
    "standing",
    "summary",
]
