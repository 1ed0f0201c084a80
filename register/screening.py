"""What officers do with findings: decide with a reason, stand where the decisions leave it, and see a tender at a glance."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from register.exceptions import RegisterError
from register.flags.flag import Unclear
from register.graph.picture import Bid
from register.graph.telling import Sentence


class ReasonMissingError(RegisterError):
    """A decision came without a reason."""

    def __init__(self) -> None:
        super().__init__("a decision needs a reason: what was checked, and where")


class DecisionKind(StrEnum):
    """What an officer may do with a finding."""

    ASK = "ask"
    DISMISS = "dismiss"
    CONFIRM = "confirm"
    RECUSE = "recuse"


@dataclass(frozen=True, slots=True)
class Decision:
    """One officer's decision on a finding, `by` account id, `at` an instant in UTC; never changed afterwards."""

    kind: DecisionKind
    reason: str
    by: str
    at: datetime


class State(StrEnum):
    """Where a finding stands."""

    OPEN = "open"
    ASKED = "asked"
    DISMISSED = "dismissed"
    CONFIRMED_BY_ONE = "confirmed-by-one"
    CONFIRMED = "confirmed"
    RECUSED = "recused"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a finding stands and by whose decisions: `last` moved it there, `seconded` agreed to a confirmation."""

    state: State
    last: Decision | None = None
    seconded: Decision | None = None

    @property
    def answered(self) -> bool:
        return self.state in (State.DISMISSED, State.CONFIRMED, State.RECUSED)


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that may link bidders: a person, a company, or a body of officials."""

    kind: Literal["person", "company", "officials"]
    title: str
    key: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What ties one bidder to one column; `joined` when the row below has a tie in the same column."""

    text: Sentence
    kind: Literal["owns", "controls", "flag", "off"]
    joined: bool
    fingerprints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One bidder: a cell or None for each column, and what could not be judged about it."""

    bidder: str
    name: str
    bid: Bid
    cells: tuple[Cell | None, ...]
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Bidders under common control, or one bidder alone, under a letter."""

    letter: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A tender at a glance: bidders in their clusters, against what links them."""

    columns: tuple[Column, ...]
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The line above the matrix."""

    bidders: int
    clusters: int
    to_answer: int
    unclear: int
