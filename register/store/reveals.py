"""When private answers were opened before whose eyes, by which approved proposal."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.models.proposals import RevealRow


def add(session: Session, proposal_id: int, account_id: int, at: datetime) -> None:
    """Keep that somebody was shown what a proposal asked to see."""
    session.add(RevealRow(proposal_id=proposal_id, account_id=account_id, shown_at=at))
    session.flush()


def first_shown(session: Session, proposal_id: int) -> datetime | None:
    """When what a proposal asked to see was first shown; None when it never was."""
    return session.scalar(select(func.min(RevealRow.shown_at)).where(RevealRow.proposal_id == proposal_id))


def people_shown(session: Session, account_id: int, since: datetime) -> int:
    """How many people's private answers one member of staff was shown since a moment."""
    query = select(func.count(RevealRow.proposal_id.distinct())).where(
        RevealRow.account_id == account_id, RevealRow.shown_at >= since
    )
    return session.scalar(query) or 0
