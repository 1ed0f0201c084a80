"""Keep what a registrar found when they compared a paper with what was declared."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.store import audit, evidence, evidence_checks
from register.store.evidence_checks import EvidenceCheck


def check_evidence(
    session: Session, evidence_id: int, *, matches: bool, words: str, by: Principal, now: datetime
) -> None:
    """Add a look at a paper. Raises EvidenceNotFoundError."""
    paper = evidence.one(session, evidence_id)

    evidence_checks.add(session, EvidenceCheck(paper.id, matches, words.strip(), by.account_id, now))
    audit.record(
        session,
        actor=by.actor,
        action="evidence checked",
        about=paper.about,
        at=now,
        facts={"paper": str(paper.id), "outcome": "matches" if matches else "differs"},
    )
