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
from register.screening.matrix import letter_of, matrix
from register.screening.shapes import Cell, Cluster, Column, ColumnKind, Matrix, Row

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
    "letter_of",
    "matrix",
    "standing",
    "summary",
]
