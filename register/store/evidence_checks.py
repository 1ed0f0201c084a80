"""What registrars found when they compared papers with what was declared: the newest look counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.models.evidence_checks import EvidenceCheckRow


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """One look at one paper: whether it matches, what was compared, by which account and when."""

    evidence_id: int
    matches: bool
    words: str
    by: int
    at: datetime


def add(session: Session, check: EvidenceCheck) -> None:
    """Keep what was found. `words` hold no private particular."""
    session.add(
        EvidenceCheckRow(
            evidence_id=check.evidence_id,
            outcome="matches" if check.matches else "differs",
            words=check.words,
            checked_by=check.by,
            checked_at=check.at,
        )
    )
    session.flush()


def newest(session: Session, evidence_ids: Collection[int]) -> Mapping[int, EvidenceCheck]:
    """The newest look at each of these papers that somebody looked at."""
    row = EvidenceCheckRow
    last = select(func.max(row.id)).where(row.evidence_id.in_(set(evidence_ids))).group_by(row.evidence_id)
    return {
        each.evidence_id: EvidenceCheck(
            each.evidence_id, each.outcome == "matches", each.words, each.checked_by, each.checked_at
        )
        for each in session.scalars(select(row).where(row.id.in_(last)))
    }
