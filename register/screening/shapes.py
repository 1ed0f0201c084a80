"""The parts of a tender at a glance: bidders in their clusters, against what links them."""

from dataclasses import dataclass
from typing import Literal

from register.flags.flag import Unclear
from register.graph.process import Bid
from register.graph.telling import Sentence

ColumnKind = Literal["person", "company", "officials"]
CellKind = Literal["owns", "controls", "flag", "off"]


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that may link bidders: a person, a company, or a body of officials."""

    kind: ColumnKind
    title: str
    key: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What ties one bidder to one column; `joined` when the row below has a tie in the same column."""

    text: Sentence
    kind: CellKind
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
