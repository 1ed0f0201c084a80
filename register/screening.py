"""What officers do with findings: decide with a reason, stand where decisions leave them, see a tender at a glance."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from register.exceptions import RegisterError
from register.flags.flag import Finding, Strength, Unclear
from register.graph.clusters import ControlCluster, clusters_of
from register.graph.condensation import economic_interests
from register.graph.holdings import holdings_of
from register.graph.picture import Bid, PartyKind, Picture
from register.graph.shares import Range, text_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

ColumnKind = Literal["person", "company", "officials"]


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


_STATES = {
    DecisionKind.ASK: State.ASKED,
    DecisionKind.DISMISS: State.DISMISSED,
    DecisionKind.RECUSE: State.RECUSED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a finding stands and by whose decisions: `last` moved it there, `seconded` agreed to a confirmation."""

    state: State
    last: Decision | None = None
    seconded: Decision | None = None

    @property
    def answered(self) -> bool:
        return self.state in (State.DISMISSED, State.CONFIRMED, State.RECUSED)


def standing(decisions: Iterable[Decision]) -> Standing:
    """Say where a finding stands after `decisions`, in the order they were made.

    The last decision counts. A confirmation stands once two different officers have confirmed in a row; what anybody
    decides between takes it back. Decisions belong to a finding's fingerprint, so they carry over when it is found
    again. Raises ReasonMissingError.
    """
    now = Standing(State.OPEN)
    for decision in decisions:
        if not decision.reason.strip():
            raise ReasonMissingError
        now = _after(now, decision)
    return now


def _after(before: Standing, decision: Decision) -> Standing:
    if decision.kind is not DecisionKind.CONFIRM:
        return Standing(_STATES[decision.kind], decision)
    if before.state is State.CONFIRMED:
        return before
    first = before.last if before.state is State.CONFIRMED_BY_ONE else None
    if first is None or first.by == decision.by:
        return Standing(State.CONFIRMED_BY_ONE, first or decision)
    return Standing(State.CONFIRMED, first, seconded=decision)


def choices(finding: Finding) -> tuple[DecisionKind, ...]:
    """Give what may be decided about a finding: only an official can be recused."""
    return tuple(kind for kind in DecisionKind if kind is not DecisionKind.RECUSE or finding.officials)


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


OWNS = N_("owns %(share)s")
MAY_OWN = N_("may own %(share)s")
OWNED = N_("%(share)s owned")
IS_OWNER = N_("is the owner")
CONTROLS = N_("controls")
CONTROLLED = N_("controlled")
ON_THE_LIST = N_("owner on the list")
MANAGER_ON_THE_LIST = N_("manager on the list")
PERHAPS_ON_THE_LIST = N_("perhaps on the list")
DISMISSED = N_("dismissed")
RECUSED = N_("recused")


def matrix(
    picture: Picture,
    findings: Sequence[Finding],
    unclear: Sequence[Unclear],
    standings: Mapping[str, Standing],
    law: Jurisdiction,
) -> Matrix:
    """Set the bidders, in their clusters, against what links them.

    `standings` are by fingerprint; a finding without one is open. Clusters of several bidders come first, then those
    with findings, and last the bidders that have not declared.
    """
    columns = _columns(picture, findings)
    told: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        for key in _keys(finding):
            for bidder in finding.bidders:
                told[bidder, key].append(finding)
    holdings = holdings_of(picture)
    interests = {bidder: economic_interests(holdings, bidder) for bidder in {bidder for bidder, _ in told}}
    clusters: list[Cluster] = []
    for cluster in sorted(
        clusters_of(picture, law.control_majority), key=lambda each: _rank(each, picture, findings)
    ):
        grid = {
            bidder: [
                _cell(
                    interests.get(bidder, {}), bidder, column, told.get((bidder, column.key), ()), standings
                )
                for column in columns
            ]
            for bidder in cluster.bidders
        }
        rows = [
            Row(
                bidder,
                picture.name(bidder),
                _bid(picture, bidder),
                tuple(_joined(grid, cluster.bidders, place, column) for column in range(len(columns))),
                tuple(each for each in unclear if each.bidder == bidder),
            )
            for place, bidder in enumerate(cluster.bidders)
        ]
        clusters.append(Cluster(letter_of(len(clusters)), tuple(rows)))
    return Matrix(columns, tuple(clusters))


def letter_of(place: int) -> str:
    """Give the letter of a cluster: A to Z, then AA, AB."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def summary(
    picture: Picture,
    findings: Sequence[Finding],
    unclear: Sequence[Unclear],
    standings: Mapping[str, Standing],
    law: Jurisdiction,
) -> Summary:
    """Count what the line above the matrix says; `unclear` are bidders, and the process itself where it is."""
    waiting = [
        each for each in findings if not standings.get(each.fingerprint, Standing(State.OPEN)).answered
    ]
    return Summary(
        bidders=len(picture.bidders),
        clusters=len(clusters_of(picture, law.control_majority)),
        to_answer=len(waiting),
        unclear=len({each.bidder for each in unclear}),
    )


def _keys(finding: Finding) -> tuple[str, ...]:
    """Give the columns a finding has a mark in: the body of its officials, else whom it is about."""
    return (f"body:{finding.facts.get('body', '')}",) if finding.officials else finding.about


def _columns(picture: Picture, findings: Sequence[Finding]) -> tuple[Column, ...]:
    columns: dict[str, Column] = {}
    for finding in findings:
        for key in _keys(finding):
            party = picture.parties.get(key)
            if finding.officials:
                columns.setdefault(key, Column("officials", finding.facts.get("body", ""), key))
            elif party is not None:
                kind: ColumnKind = "person" if party.kind is PartyKind.PERSON else "company"
                columns.setdefault(key, Column(kind, party.name, key))
    order = {"person": 0, "company": 1, "officials": 2}
    return tuple(sorted(columns.values(), key=lambda each: order[each.kind]))


def _rank(
    cluster: ControlCluster, picture: Picture, findings: Sequence[Finding]
) -> tuple[bool, bool, bool, int]:
    found = any(bidder in finding.bidders for finding in findings for bidder in cluster.bidders)
    undeclared = not any(bidder in picture.declared for bidder in cluster.bidders)
    alone = len(cluster.bidders) == 1
    return alone, undeclared, not found, picture.bidders.index(cluster.bidders[0])


def _bid(picture: Picture, bidder: str) -> Bid:
    bids = picture.process.bids if picture.process else ()
    return next(each for each in bids if each.party == bidder)


def _cell(
    interests: Mapping[str, Range],
    bidder: str,
    column: Column,
    findings: Sequence[Finding],
    standings: Mapping[str, Standing],
) -> Cell | None:
    if not findings:
        return None
    prints = tuple(each.fingerprint for each in findings)
    states = {standings[each].state if each in standings else State.OPEN for each in prints}
    if states <= {State.DISMISSED, State.RECUSED}:
        answer = RECUSED if State.RECUSED in states else DISMISSED
        return Cell(Sentence(answer), "off", joined=False, fingerprints=prints)
    if column.kind == "officials":
        return Cell(Sentence(_on_the_list(findings[0])), "flag", joined=False, fingerprints=prints)
    text, kind = _tie(interests, bidder, column, findings)
    return Cell(text, kind, joined=False, fingerprints=prints)


def _on_the_list(finding: Finding) -> str:
    if finding.strength is Strength.POSSIBLE:
        return PERHAPS_ON_THE_LIST
    return ON_THE_LIST if finding.details else MANAGER_ON_THE_LIST


def _tie(
    interests: Mapping[str, Range], bidder: str, column: Column, findings: Sequence[Finding]
) -> tuple[Sentence, Literal["owns", "controls"]]:
    """Say what the party of a column is to a bidder: a share where there is one, else control."""
    if bidder == column.key:
        return Sentence(IS_OWNER), "owns"
    share = interests.get(column.key)
    if share is None or share.high == 0:
        return Sentence(CONTROLS if column.kind == "person" else CONTROLLED), "controls"
    facts = {"share": text_of(share)}
    if column.kind == "company":
        return Sentence(OWNED, facts), "owns"
    sure = any(each.strength is not Strength.POSSIBLE for each in findings)
    return Sentence(OWNS if sure else MAY_OWN, facts), "owns"


def _joined(
    grid: Mapping[str, Sequence[Cell | None]], bidders: Sequence[str], place: int, column: int
) -> Cell | None:
    """Tie a cell to the one below it in the same cluster."""
    cell = grid[bidders[place]][column]
    below = grid[bidders[place + 1]][column] if place + 1 < len(bidders) else None
    if cell is None or below is None or "off" in (cell.kind, below.kind):
        return cell
    return replace(cell, joined=True)
