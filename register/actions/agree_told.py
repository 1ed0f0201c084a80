"""Keep that somebody who was told what is said of them agrees; it joins nothing in public."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.store import audit, identities


def agree_told(session: Session, record_id: str, *, now: datetime) -> None:
    """Keep the answer of who was told and is not asked to confirm. Raises ClaimNotFoundError."""
    claim = identities.claim_of(session, record_id)
    audit.record(session, actor="person", action="owner agreed", about=claim.record_id, at=now)
