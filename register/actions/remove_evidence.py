"""Take a paper back that was handed in by mistake."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.store import audit, evidence


def remove_evidence(session: Session, evidence_id: int, *, by: str, now: datetime) -> None:
    """Destroy a paper's key, so that it cannot be opened again. Raises EvidenceNotFoundError.

    Whether it may still be taken back (a draft's, not a signed declaration's) is asked at the door.
    """
    paper = evidence.one(session, evidence_id)

    evidence.remove(session, evidence_id, because=evidence.TAKEN_BACK, now=now)

    facts = {"kind": paper.kind, "number": str(paper.id)}
    audit.record(session, actor=by, action="evidence taken back", about=paper.about, at=now, facts=facts)
