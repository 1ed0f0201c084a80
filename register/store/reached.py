"""How those who act for a company are reached: their address, and the language they read."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.accounts import AccountRow
from register.models.companies import AuthorityRow


@dataclass(frozen=True, slots=True, repr=False)
class Reached:
    """One person who signs for a company. Holds contacts: kept out of `repr`."""

    account_id: int
    name: str
    language: str
    email: str | None
    phone: str | None = None


def signers_of(session: Session, company_id: int) -> tuple[Reached, ...]:
    """Everybody who may sign for a company and may sign in, the longest known first."""
    rows = session.scalars(
        select(AccountRow)
        .join(AuthorityRow, AuthorityRow.account_id == AccountRow.id)
        .where(
            AuthorityRow.company_id == company_id,
            AuthorityRow.revoked_at.is_(None),
            AccountRow.active.is_(True),
        )
        .order_by(AccountRow.id)
    )
    return tuple(Reached(row.id, row.name, row.language, row.email) for row in rows)
