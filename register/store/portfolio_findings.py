"""What the flags found across tenders, since when, and what officers decided about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.flags.flag import Finding, Unclear
from register.models.portfolio_findings import (
    PortfolioDecisionRow,
    PortfolioFindingRow,
    PortfolioScreeningRow,
)
from register.screening import Decision, DecisionKind
from register.store import finding_json
from register.store.finding_json import Found
from register.store.findings import Difference, FindingUnknownError
from register.store.portions import portions

#: There is one last time that the flags across tenders were asked.
LAST = 1


@dataclass(frozen=True, slots=True)
class KeptAcross:
    """A finding across tenders: `buyer` is empty when it speaks of several; `gone_at` as in `findings.Kept`."""

    found: Found
    buyer: str
    first_seen: datetime
    last_seen: datetime
    gone_at: datetime | None
    decisions: tuple[Decision, ...] = ()

    @property
    def finding(self) -> Finding:
        return self.found.finding


@dataclass(frozen=True, slots=True)
class ScreeningAcross:
    """The last time the flags across tenders were asked: how many awards and suppliers, and what could not be judged."""

    asked_at: datetime
    as_of: date
    awards: int
    suppliers: int
    unclear: tuple[Unclear, ...]


def save(session: Session, found: Iterable[Found], *, now: datetime) -> Difference:
    """Keep what was found and say what is different from the last time; nothing is ever deleted."""
    rows = {row.fingerprint: row for row in session.scalars(select(PortfolioFindingRow))}
    here = {each.finding.fingerprint: each for each in found}
    new = tuple(each for each in here if each not in rows)
    back = tuple(each for each in here if each in rows and rows[each].gone_at is not None)
    gone = tuple(each for each, row in rows.items() if each not in here and row.gone_at is None)
    changed = tuple(
        each for each in here if each in rows and each not in back and _differs(rows[each], here[each])
    )
    for fingerprint in new:
        rows[fingerprint] = PortfolioFindingRow(fingerprint=fingerprint, first_seen=now)
        session.add(rows[fingerprint])
    for fingerprint, each in here.items():
        _write(rows[fingerprint], each, now)
    for fingerprint in gone:
        rows[fingerprint].gone_at = now
    session.flush()
    return Difference(new, changed, back, gone)


def _differs(row: PortfolioFindingRow, found: Found) -> bool:
    """Whether anything but the day it was looked at is different."""
    before = finding_json.found(row.body)
    return before != replace(found, as_of=before.as_of)


def _write(row: PortfolioFindingRow, found: Found, now: datetime) -> None:
    row.code, row.version = found.finding.code, found.finding.version
    row.buyer = found.finding.facts.get("buyer", "")
    row.severity = found.finding.severity.name.lower()
    row.body = finding_json.written(found)
    row.last_seen, row.gone_at = now, None


def save_screening(session: Session, screening: ScreeningAcross) -> None:
    """Keep the outcome of asking."""
    row = session.get(PortfolioScreeningRow, LAST)
    if row is None:
        row = PortfolioScreeningRow(id=LAST)
        session.add(row)
    row.asked_at, row.as_of = screening.asked_at, screening.as_of
    row.awards, row.suppliers = screening.awards, screening.suppliers
    row.unclear = finding_json.written(screening.unclear)
    session.flush()


def last_screening(session: Session) -> ScreeningAcross | None:
    """When the flags across tenders were last asked, and how it stood; None when they never were."""
    row = session.get(PortfolioScreeningRow, LAST)
    if row is None:
        return None
    return ScreeningAcross(
        row.asked_at, row.as_of, row.awards, row.suppliers, finding_json.unclear(row.unclear)
    )


def count(session: Session) -> int:
    """How many findings across tenders are still found."""
    row = PortfolioFindingRow
    return session.scalar(select(func.count()).select_from(row).where(row.gone_at.is_(None))) or 0


def everything(session: Session) -> tuple[KeptAcross, ...]:
    """Everything that was ever found across tenders, what is gone included, with its decisions; the oldest first."""
    row = PortfolioFindingRow
    return _kept(session, session.scalars(select(row).order_by(row.first_seen, row.fingerprint)).all())


def one(session: Session, fingerprint: str) -> KeptAcross:
    """One finding with its decisions. Raises FindingUnknownError."""
    row = session.get(PortfolioFindingRow, fingerprint)
    if row is None:
        raise FindingUnknownError(fingerprint)
    return _kept(session, [row])[0]


def add_decision(session: Session, fingerprint: str, decision: Decision) -> None:
    """Add what an officer decided; a decision is never changed or taken back."""
    session.add(
        PortfolioDecisionRow(
            fingerprint=fingerprint,
            kind=decision.kind.value,
            reason=decision.reason,
            decided_by=int(decision.by),
            decided_at=decision.at,
        )
    )
    session.flush()


def _kept(session: Session, rows: Sequence[PortfolioFindingRow]) -> tuple[KeptAcross, ...]:
    decided = _decisions(session, [row.fingerprint for row in rows])
    return tuple(
        KeptAcross(
            finding_json.found(row.body),
            row.buyer,
            row.first_seen,
            row.last_seen,
            row.gone_at,
            decided.get(row.fingerprint, ()),
        )
        for row in rows
    )


def _decisions(session: Session, fingerprints: list[str]) -> dict[str, tuple[Decision, ...]]:
    made: dict[str, tuple[Decision, ...]] = {}
    row = PortfolioDecisionRow
    for some in portions(fingerprints):
        for each in session.scalars(select(row).where(row.fingerprint.in_(some)).order_by(row.id)):
            decision = Decision(DecisionKind(each.kind), each.reason, str(each.decided_by), each.decided_at)
            made[each.fingerprint] = (*made.get(each.fingerprint, ()), decision)
    return made
