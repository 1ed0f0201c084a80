"""Which people known to a provider elsewhere are which accounts here."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.models.factors import ElsewhereRow


def account_of(session: Session, issuer: str, subject: str) -> int | None:
    """The number of the account of somebody whom a provider knows; None when they never signed in here."""
    row = session.get(ElsewhereRow, (issuer, subject))
    return None if row is None else row.account_id


def join(session: Session, issuer: str, subject: str, account_id: int, *, now: datetime) -> None:
    """From now on this person of the provider is the person of the account."""
    session.add(ElsewhereRow(issuer=issuer, subject=subject, account_id=account_id, since=now))
    session.flush()
