"""Who may act for which company: in which role, why, and until when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole
from register.exceptions import RegisterError
from register.models.accounts import AccountRow
from register.models.companies import AuthorityRow
from register.store.order import take_turn

#: Changes to who acts for companies are made one after the other, so that a company keeps somebody who signs.
SERIES = "authority"


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a person may do for a company. `capacity` is empty where staff gave it without saying why.

    `ends_at` is the first instant at which it no longer holds; none where it holds until it is taken back.
    """

    account_id: int
    company_id: int
    role: CompanyRole
    capacity: Capacity | None = None
    firm: str = ""
    granted_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def keeps_the_company(self) -> bool:
        """Whether the company can rely on this person to say who else acts for it."""
        return self.role is CompanyRole.ADMIN and self.ends_at is None


@dataclass(frozen=True, slots=True)
class Holder:
    """A mandate with the name of the person who holds it, and whether they may sign in."""

    mandate: Mandate
    name: str
    active: bool


class MandateNotFoundError(RegisterError):
    """The person does not act for this company."""

    def __init__(self, account_id: int, company_id: int) -> None:
        self.account_id, self.company_id = account_id, company_id
        super().__init__(f"account {account_id} does not act for company {company_id}")


def held_by(session: Session, account_id: int, *, now: datetime) -> tuple[Mandate, ...]:
    """Everything a person may do, company by company."""
    rows = session.scalars(
        select(AuthorityRow)
        .where(AuthorityRow.account_id == account_id, *holds(now))
        .order_by(AuthorityRow.company_id)
    )
    return tuple(_mandate(row) for row in rows)


def of_company(session: Session, company_id: int, *, now: datetime) -> tuple[Holder, ...]:
    """Who acts for a company, the longest first."""
    found = session.execute(
        select(AuthorityRow, AccountRow.name, AccountRow.active)
        .join(AccountRow, AccountRow.id == AuthorityRow.account_id)
        .where(AuthorityRow.company_id == company_id, *holds(now))
        .order_by(AuthorityRow.granted_at, AuthorityRow.account_id)
    )
    return tuple(Holder(_mandate(row), name, active) for row, name, active in found)


def one(session: Session, account_id: int, company_id: int, *, now: datetime) -> Mandate:
    """What a person may do for a company. Raises MandateNotFoundError."""
    return _mandate(_row(session, account_id, company_id, now))


def exists(session: Session, account_id: int, company_id: int, *, now: datetime) -> bool:
    """Whether a person acts for a company, in any role."""
    query = select(AuthorityRow.account_id).where(
        AuthorityRow.account_id == account_id, AuthorityRow.company_id == company_id, *holds(now)
    )
    return session.scalar(query) is not None


def anybody(session: Session, company_id: int, *, now: datetime) -> bool:
    """Whether anybody says who acts for this company: an administrator who may sign in."""
    query = (
        select(AuthorityRow.account_id)
        .join(AccountRow, AccountRow.id == AuthorityRow.account_id)
        .where(
            AuthorityRow.company_id == company_id,
            AuthorityRow.role == CompanyRole.ADMIN.value,
            AccountRow.active.is_(True),
            *holds(now),
        )
        .limit(1)
    )
    return session.scalar(query) is not None


def lock(session: Session) -> None:
    """Let nobody else change who acts for a company until this transaction ends."""
    take_turn(session, SERIES)


def grant(session: Session, mandate: Mandate, *, now: datetime) -> None:
    """Let a person act for a company from now on; what they held for it before makes way."""
    row = session.get(AuthorityRow, (mandate.account_id, mandate.company_id), populate_existing=True)
    if row is None:
        row = AuthorityRow(account_id=mandate.account_id, company_id=mandate.company_id)
        session.add(row)
    row.granted_at, row.revoked_at, row.ends_at = now, None, mandate.ends_at
    row.role = mandate.role.value
    row.capacity = mandate.capacity.value if mandate.capacity else ""
    row.firm = mandate.firm
    session.flush()


def set_role(
    session: Session,
    account_id: int,
    company_id: int,
    role: CompanyRole,
    ends_at: datetime | None,
    *,
    now: datetime,
) -> None:
    """Let a person do more or less for a company, until a moment or for good. Raises MandateNotFoundError."""
    row = _row(session, account_id, company_id, now)
    row.role, row.ends_at = role.value, ends_at
    session.flush()


def revoke(session: Session, account_id: int, company_id: int, *, now: datetime) -> None:
    """Let a person act for a company no more. Raises MandateNotFoundError."""
    _row(session, account_id, company_id, now).revoked_at = now
    session.flush()


def holds(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """What is true of an authority that holds at a moment."""
    return (
        AuthorityRow.revoked_at.is_(None),
        or_(AuthorityRow.ends_at.is_(None), AuthorityRow.ends_at > now),
    )


def _row(session: Session, account_id: int, company_id: int, now: datetime) -> AuthorityRow:
    row = session.scalars(
        select(AuthorityRow)
        .where(AuthorityRow.account_id == account_id, AuthorityRow.company_id == company_id, *holds(now))
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise MandateNotFoundError(account_id, company_id)
    return row


def _mandate(row: AuthorityRow) -> Mandate:
    return Mandate(
        account_id=row.account_id,
        company_id=row.company_id,
        role=CompanyRole(row.role),
        capacity=Capacity(row.capacity) if row.capacity else None,
        firm=row.firm,
        granted_at=row.granted_at,
        ends_at=row.ends_at,
    )
