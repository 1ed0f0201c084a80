"""What the flags found in each process, since when, and what officers decided about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.flags.flag import Finding, Unclear
from register.models.findings import DecisionRow, FindingRow, ScreeningRow
from register.models.outbox import OutboxRow
from register.screening import Decision, DecisionKind, Standing, facts_of, standing
from register.screening.alike import matched
from register.store import finding_json
from register.store.finding_json import Found


class FindingUnknownError(RegisterError):
    """No finding has this fingerprint."""

    def __init__(self, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        super().__init__(f"there is no finding {fingerprint}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding as the register keeps it: `gone_at` is when it was no longer found; decisions oldest first."""

    found: Found
    ocid: str
    first_seen: datetime
    last_seen: datetime
    gone_at: datetime | None
    decisions: tuple[Decision, ...] = ()
    #: Digest of the facts as last found; empty when found before facts were compared.
    facts: str = ""

    @property
    def finding(self) -> Finding:
        return self.found.finding

    @property
    def standing(self) -> Standing:
        """Where it stands by the decisions about what is found now."""
        return standing(self.decisions, self.facts)


@dataclass(frozen=True, slots=True)
class Screening:
    """The last time a process's flags were asked: of which day, and what could not be judged."""

    ocid: str
    asked_at: datetime
    as_of: date
    bidders: int
    clusters: int
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What asking again changed, by fingerprint."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.new, self.changed, self.back, self.gone))


def save(session: Session, ocid: str, found: Iterable[Found], *, now: datetime) -> Difference:
    """Keep what was found in a process and say what is different from the last time; nothing is ever deleted."""
    rows = {row.fingerprint: row for row in session.scalars(_of(ocid))}
    here = {each.finding.fingerprint: each for each in found}
    new = tuple(each for each in here if each not in rows)
    back = tuple(each for each in here if each in rows and rows[each].gone_at is not None)
    gone = tuple(each for each, row in rows.items() if each not in here and row.gone_at is None)
    changed = tuple(
        each for each in here if each in rows and each not in back and _differs(rows[each], here[each])
    )
    for fingerprint in new:
        rows[fingerprint] = FindingRow(fingerprint=fingerprint, ocid=ocid, first_seen=now)
        session.add(rows[fingerprint])
    for fingerprint, each in here.items():
        _write(rows[fingerprint], each, now)
    for fingerprint in gone:
        rows[fingerprint].gone_at = now
    session.flush()
    return Difference(new, changed, back, gone)


def _differs(row: FindingRow, found: Found) -> bool:
    """Whether anything but the day it was looked at is different."""
    return finding_json.found(row.body) != replace(found, as_of=finding_json.found(row.body).as_of)


def _write(row: FindingRow, found: Found, now: datetime) -> None:
    row.code, row.version = found.finding.code, found.finding.version
    row.severity = found.finding.severity.name.lower()
    row.body = finding_json.written(found)
    row.facts = facts_of(found.finding)
    row.matched = matched(found.finding)
    row.last_seen, row.gone_at = now, None


def save_screening(session: Session, screening: Screening) -> bool:
    """Keep the outcome of asking a process's flags; says whether more than the moment is different."""
    row = session.get(ScreeningRow, screening.ocid)
    before = None if row is None else _facts(row)
    if row is None:
        row = ScreeningRow(ocid=screening.ocid)
        session.add(row)
    row.asked_at, row.as_of = screening.asked_at, screening.as_of
    row.bidders, row.clusters = screening.bidders, screening.clusters
    row.unclear = finding_json.written(screening.unclear)
    session.flush()
    return before != _facts(row)


def _facts(row: ScreeningRow) -> tuple[int, int, str]:
    return row.bidders, row.clusters, row.unclear


def screening_of(session: Session, ocid: str) -> Screening | None:
    """When a process's flags were last asked, and how it stood; None when they never were."""
    row = session.get(ScreeningRow, ocid)
    if row is None:
        return None
    unclear = finding_json.unclear(row.unclear)
    return Screening(row.ocid, row.asked_at, row.as_of, row.bidders, row.clusters, unclear)


def recheck_waits(session: Session, ocid: str) -> bool:
    """Whether something changed and the worker has yet to ask the flags of this process again."""
    waiting = select(OutboxRow.id).where(
        OutboxRow.idempotency_key == f"screen:{ocid}", OutboxRow.done_at.is_(None)
    )
    return session.scalar(waiting) is not None


def of_process(session: Session, ocid: str) -> tuple[Kept, ...]:
    """Everything that was ever found in a process, what is gone included, with its decisions."""
    return _kept(session, session.scalars(_of(ocid)).all())


def one(session: Session, fingerprint: str) -> Kept:
    """One finding with its decisions. Raises FindingUnknownError."""
    row = session.get(FindingRow, fingerprint)
    if row is None:
        raise FindingUnknownError(fingerprint)
    return _kept(session, [row])[0]


def add_decision(session: Session, fingerprint: str, decision: Decision) -> None:
    """Add what an officer decided; a decision is never changed or taken back."""
    session.add(
        DecisionRow(
            fingerprint=fingerprint,
            kind=decision.kind.value,
            reason=decision.reason,
            decided_by=int(decision.by),
            decided_at=decision.at,
            facts=decision.facts,
        )
    )
    session.flush()


def _of(ocid: str) -> Select[FindingRow]:
    return (
        select(FindingRow)
        .where(FindingRow.ocid == ocid)
        .order_by(FindingRow.first_seen, FindingRow.fingerprint)
    )


def _kept(session: Session, rows: Sequence[FindingRow]) -> tuple[Kept, ...]:
    decided = decisions(session, [row.fingerprint for row in rows])
    return tuple(
        Kept(
            finding_json.found(row.body),
            row.ocid,
            row.first_seen,
            row.last_seen,
            row.gone_at,
            decided.get(row.fingerprint, ()),
            row.facts,
        )
        for row in rows
    )


def decisions(session: Session, fingerprints: Iterable[str]) -> dict[str, tuple[Decision, ...]]:
    """What was decided about each of these findings, oldest first; those without a decision are left out."""
    query = select(DecisionRow).where(DecisionRow.fingerprint.in_(set(fingerprints))).order_by(DecisionRow.id)
    made: dict[str, tuple[Decision, ...]] = {}
    for row in session.scalars(query):
        decision = Decision(
            DecisionKind(row.kind), row.reason, str(row.decided_by), row.decided_at, row.facts
        )
        made[row.fingerprint] = (*made.get(row.fingerprint, ()), decision)
    return made
