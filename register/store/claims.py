"""Who asks to act for a company, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole
from register.exceptions import RegisterError
from register.models.claims import ClaimRow
from register.models.companies import AuthorityRow
from register.models.declarations import DeclarationRow
from register.store import mandates


class ClaimState(StrEnum):
    """Where a claim stands. A withdrawn one was taken back by the person who made it."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Claim:
    """That somebody says they may act for a company. `founded`: the register first heard of the company by it."""

    id: int
    account_id: int
    company_id: int
    founded: bool
    role: CompanyRole
    capacity: Capacity
    firm: str
    state: ClaimState
    created_at: datetime
    decided_at: datetime | None = None
    decided_by: int | None = None
    reason: str | None = None

    @property
    def about(self) -> str:
        """Under what the papers that prove it are kept, and how the audit trail names it."""
        return about(self.id)


class ClaimNotFoundError(RegisterError):
    """There is no such claim."""

    def __init__(self, claim_id: int) -> None:
        self.claim_id = claim_id
        super().__init__(f"there is no claim {claim_id}")


class AlreadyAskedError(RegisterError):
    """The person asked for this company before, and the answer is awaited."""

    def __init__(self, account_id: int, company_id: int) -> None:
        self.account_id, self.company_id = account_id, company_id
        super().__init__(f"account {account_id} asked for company {company_id} already")


class ClaimAlreadyDecidedError(RegisterError):
    """The claim was approved, refused or taken back before."""

    def __init__(self, claim_id: int, state: ClaimState) -> None:
        self.claim_id, self.state = claim_id, state
        super().__init__(f"claim {claim_id} is {state} already")


def about(claim_id: int) -> str:
    """The reference of papers handed in with a claim."""
    return f"authority:{claim_id}"


def add(
    session: Session,
    *,
    account_id: int,
    company_id: int,
    founded: bool,
    role: CompanyRole,
    capacity: Capacity,
    firm: str,
    now: datetime,
) -> Claim:
    """Keep a claim that waits to be decided. Raises AlreadyAskedError."""
    row = ClaimRow(
        account_id=account_id,
        company_id=company_id,
        founded=founded,
        role=role.value,
        capacity=capacity.value,
        firm=firm,
        state=ClaimState.WAITING.value,
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise AlreadyAskedError(account_id, company_id) from None
    return _claim(row)


def claim(session: Session, claim_id: int) -> Claim:
    """Raises ClaimNotFoundError."""
    return _claim(_row(session, claim_id))


def of_account(session: Session, account_id: int) -> tuple[Claim, ...]:
    """What a person asked for, newest first."""
    return _all(session, ClaimRow.account_id == account_id, newest=True)


def waiting_for(session: Session, company_id: int) -> tuple[Claim, ...]:
    """Who asks to act for a company and has no answer, oldest first."""
    return _all(session, ClaimRow.company_id == company_id, _waits())


def waiting(session: Session, limit: int = 100, offset: int = 0) -> tuple[Claim, ...]:
    """All claims that nobody has decided, oldest first."""
    rows = session.scalars(select(ClaimRow).where(_waits()).order_by(ClaimRow.id).limit(limit).offset(offset))
    return tuple(_claim(row) for row in rows)


def count_waiting(session: Session) -> int:
    """How many claims wait."""
    return session.scalar(select(func.count()).select_from(ClaimRow).where(_waits())) or 0


def begun_by(session: Session, account_id: int, *, now: datetime) -> tuple[int, ...]:
    """Companies new to the register for which a person may write while they wait.

    Nobody acts for such a company and it never declared, so that what they read there is their own.
    """
    acted = exists().where(AuthorityRow.company_id == ClaimRow.company_id, *mandates.holds(now))
    declared = exists().where(DeclarationRow.company_id == ClaimRow.company_id)
    return tuple(
        session.scalars(
            select(ClaimRow.company_id)
            .where(ClaimRow.account_id == account_id, ClaimRow.founded.is_(True), _waits(), ~acted, ~declared)
            .order_by(ClaimRow.company_id)
        )
    )


def writer_of(session: Session, company_id: int) -> int | None:
    """Who may have begun the first declaration of a company by asking for it: an account; None for nobody."""
    return session.scalar(
        select(ClaimRow.account_id).where(
            ClaimRow.company_id == company_id, ClaimRow.founded.is_(True), _waits()
        )
    )


def decide(
    session: Session, claim_id: int, state: ClaimState, *, by: int, at: datetime, reason: str | None = None
) -> Claim:
    """Say what became of a claim that waits. Raises ClaimNotFoundError, ClaimAlreadyDecidedError."""
    mandates.lock(session)
    row = _row(session, claim_id)
    session.refresh(row)
    if row.state != ClaimState.WAITING.value:
        raise ClaimAlreadyDecidedError(claim_id, ClaimState(row.state))
    row.state, row.decided_by, row.decided_at, row.reason = state.value, by, at, reason
    session.flush()
    return _claim(row)


def _waits() -> ColumnElement[bool]:
    return ClaimRow.state == ClaimState.WAITING.value


def _all(session: Session, *which: ColumnElement[bool], newest: bool = False) -> tuple[Claim, ...]:
    order = ClaimRow.id.desc() if newest else ClaimRow.id
    return tuple(_claim(row) for row in session.scalars(select(ClaimRow).where(*which).order_by(order)))


def _row(session: Session, claim_id: int) -> ClaimRow:
    row = session.get(ClaimRow, claim_id)
    if row is None:
        raise ClaimNotFoundError(claim_id)
    return row


def _claim(row: ClaimRow) -> Claim:
    return Claim(
        id=row.id,
        account_id=row.account_id,
        company_id=row.company_id,
        founded=row.founded,
        role=CompanyRole(row.role),
        capacity=Capacity(row.capacity),
        firm=row.firm,
        state=ClaimState(row.state),
        created_at=row.created_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        reason=row.reason,
    )
