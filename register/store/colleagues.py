"""Colleagues who were invited to act for a company. Where they were written to is kept sealed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole
from register.exceptions import RegisterError
from register.models.claims import ColleagueInvitationRow
from register.store.engine import vault_of


@dataclass(frozen=True, slots=True, repr=False)
class Invited:
    """An invitation to act for a company. Holds a contact: kept out of `repr`. `ends_at`: see `mandates.Mandate`."""

    id: int
    company_id: int
    role: CompanyRole
    capacity: Capacity
    firm: str
    contact: str
    ends_at: datetime | None
    invited_by: int
    created_at: datetime
    expires_at: datetime


class InvitationNotFoundError(RegisterError):
    """There is no such invitation, or it waits no more."""

    def __init__(self, invitation_id: int) -> None:
        self.invitation_id = invitation_id
        super().__init__(f"there is no open invitation {invitation_id}")


def add(
    session: Session,
    *,
    company_id: int,
    role: CompanyRole,
    capacity: Capacity,
    firm: str,
    contact: str,
    ends_at: datetime | None,
    invited_by: int,
    now: datetime,
    expires_at: datetime,
) -> Invited:
    """Keep an invitation that waits to be accepted."""
    row = ColleagueInvitationRow(
        company_id=company_id,
        role=role.value,
        capacity=capacity.value,
        firm=firm,
        contact=b"",
        ends_at=ends_at,
        invited_by=invited_by,
        created_at=now,
        expires_at=expires_at,
    )
    session.add(row)
    session.flush()
    # It is sealed for this row alone, whose number is known only now.
    row.contact = vault_of(session).seal(contact.encode(), _place(row.id))
    session.flush()
    return _invited(session, row)


def one(session: Session, invitation_id: int, *, now: datetime) -> Invited:
    """An invitation that waits. Raises InvitationNotFoundError."""
    row = session.scalars(
        select(ColleagueInvitationRow).where(ColleagueInvitationRow.id == invitation_id, *_open(now))
    ).first()
    if row is None:
        raise InvitationNotFoundError(invitation_id)
    return _invited(session, row)


def open_for(session: Session, company_id: int, *, now: datetime) -> tuple[Invited, ...]:
    """The invitations of a company that wait, oldest first."""
    rows = session.scalars(
        select(ColleagueInvitationRow)
        .where(ColleagueInvitationRow.company_id == company_id, *_open(now))
        .order_by(ColleagueInvitationRow.id)
    )
    return tuple(_invited(session, row) for row in rows)


def accept(session: Session, invitation_id: int, account_id: int, *, now: datetime) -> None:
    """Keep who accepted. Raises InvitationNotFoundError."""
    _close(session, invitation_id, now, accepted_at=now, accepted_by=account_id)


def withdraw(session: Session, invitation_id: int, *, now: datetime) -> None:
    """Let an invitation lead nowhere. Raises InvitationNotFoundError."""
    _close(session, invitation_id, now, withdrawn_at=now)


def _close(session: Session, invitation_id: int, now: datetime, **values: object) -> None:
    done = session.execute(
        update(ColleagueInvitationRow)
        .where(ColleagueInvitationRow.id == invitation_id, *_open(now))
        .values(**values)
    )
    assert isinstance(done, CursorResult)  # noqa: S101 (for the type checker)
    if done.rowcount != 1:
        raise InvitationNotFoundError(invitation_id)


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        ColleagueInvitationRow.accepted_at.is_(None),
        ColleagueInvitationRow.withdrawn_at.is_(None),
        ColleagueInvitationRow.expires_at > now,
    )


def _place(invitation_id: int) -> str:
    return f"colleague_invitation|contact|{invitation_id}"


def _invited(session: Session, row: ColleagueInvitationRow) -> Invited:
    return Invited(
        id=row.id,
        company_id=row.company_id,
        role=CompanyRole(row.role),
        capacity=Capacity(row.capacity),
        firm=row.firm,
        contact=vault_of(session).unseal(row.contact, _place(row.id)).decode(),
        ends_at=row.ends_at,
        invited_by=row.invited_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
    )
