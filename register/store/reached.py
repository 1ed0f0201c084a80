"""How those who sign for a company are reached: their address, their number, and the language they read."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.access import CompanyRole
from register.models.accounts import AccountRow
from register.models.companies import AuthorityRow
from register.store import accounts, mandates
from register.store.accounts import Account


def signers_of(session: Session, company_id: int, *, now: datetime) -> tuple[Account, ...]:
    """Everybody who may sign for a company and may sign in, the longest known first."""
    numbers = session.scalars(
        select(AccountRow.id)
        .join(AuthorityRow, AuthorityRow.account_id == AccountRow.id)
        .where(
            AuthorityRow.company_id == company_id,
            AuthorityRow.role == CompanyRole.ADMIN.value,
            *mandates.holds(now),
            AccountRow.active.is_(True),
        )
        .order_by(AccountRow.id)
    )
    return tuple(accounts.account(session, each) for each in numbers)
