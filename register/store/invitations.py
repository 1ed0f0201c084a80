"""Whom the county invites to declare: lists, where each is written to (sealed), and what became of each invitation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.declarations.life import STANDING, WAITING
from register.elsewhere.invited import Invited
from register.exceptions import RegisterError
from register.models.claims import ClaimRow
from register.models.companies import CompanyRow
from register.models.contracts import ProcessRow
from register.models.declarations import DeclarationRow
from register.models.invitations import InvitationListRow, InvitationRow
from register.store.claims import ClaimState
from register.store.companies import official_number
from register.store.engine import vault_of

#: One-time links of invitations, and where they lead.
PURPOSE = "invitation"


@dataclass(frozen=True, slots=True)
class InvitationList:
    """One list, how many are on it, and by when they are asked to declare."""

    id: int
    title: str
    ocid: str | None
    due_on: date | None
    made_by: int
    made_at: datetime
    suppliers: int


class Stage(StrEnum):
    """How far an invitation has come."""

    NEW = "new"
    SENT = "sent"
    OPENED = "opened"
    REGISTERED = "registered"
    CLAIMED = "claimed"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True, repr=False)
class Invitation:
    """One supplier on a list. `declared_on` is the day of its last accepted or waiting declaration.

    `claimed_at` is when somebody first asked to act for it; claims refused or taken back do not count.
    """

    id: int
    list_id: int
    name: str
    scheme: str
    number: str
    contact: str
    sent_at: datetime | None
    times: int
    opened_at: datetime | None
    registered_at: datetime | None
    claimed_at: datetime | None
    declared_on: date | None

    @property
    def stage(self) -> Stage:
        """The furthest point it has come to; a supplier may declare without following its link."""
        steps = (
            (self.declared_on, Stage.DECLARED),
            (self.claimed_at, Stage.CLAIMED),
            (self.registered_at, Stage.REGISTERED),
            (self.opened_at, Stage.OPENED),
            (self.sent_at, Stage.SENT),
        )
        return next((stage for reached, stage in steps if reached), Stage.NEW)


class InvitationNotFoundError(RegisterError):
    """There is no such list or invitation."""

    def __init__(self, sought: int) -> None:
        self.sought = sought
        super().__init__(f"there is no invitation or list {sought}")


def make_list(
    session: Session,
    title: str,
    invited: Iterable[Invited],
    *,
    ocid: str | None,
    due_on: date | None,
    by: int,
    now: datetime,
) -> int:
    """Keep a list of suppliers; gives its number."""
    row = InvitationListRow(title=title, ocid=ocid, due_on=due_on, made_by=by, made_at=now)
    session.add(row)
    session.flush()
    for each in invited:
        one = InvitationRow(
            list_id=row.id,
            scheme=each.scheme,
            number=official_number(each.number),
            name=each.name,
            channel="",
            sealed_contact=None,
            times=0,
        )
        session.add(one)
        session.flush()
        if each.contact:
            set_contact(session, one.id, each.contact)
    return row.id


def set_contact(session: Session, invitation_id: int, contact: str) -> None:
    """Keep where a supplier is written to, sealed: an address, or a number in E.164. Raises InvitationNotFoundError."""
    row = _row(session, invitation_id)
    row.channel = "mail" if "@" in contact else "sms"
    row.sealed_contact = vault_of(session).seal(contact.encode(), _place(row.id))
    session.flush()


def forget_contact(session: Session, invitation_id: int) -> None:
    """Keep no longer where a supplier is written to: it reached somebody else. Raises InvitationNotFoundError."""
    row = _row(session, invitation_id)
    row.channel, row.sealed_contact = "", None
    session.flush()


def lists(session: Session, limit: int = 50) -> tuple[InvitationList, ...]:
    """The lists, newest first."""
    counted = (
        select(InvitationRow.list_id, func.count().label("many")).group_by(InvitationRow.list_id).subquery()
    )
    rows = session.execute(
        select(InvitationListRow, func.coalesce(counted.c.many, 0))
        .outerjoin(counted, counted.c.list_id == InvitationListRow.id)
        .order_by(InvitationListRow.id.desc())
        .limit(limit)
    )
    return tuple(_list(row, many) for row, many in rows)


def one_list(session: Session, list_id: int) -> InvitationList:
    """One list. Raises InvitationNotFoundError."""
    row = session.get(InvitationListRow, list_id)
    if row is None:
        raise InvitationNotFoundError(list_id)
    many = session.scalar(select(func.count()).where(InvitationRow.list_id == list_id)) or 0
    return _list(row, many)


def on_list(session: Session, list_id: int) -> tuple[Invitation, ...]:
    """Everybody on a list, by name, with what became of them."""
    query = select(InvitationRow).where(InvitationRow.list_id == list_id)
    rows = session.scalars(query.order_by(func.lower(InvitationRow.name), InvitationRow.id)).all()
    days, claims = _declared(session, list_id), _claimed(session, list_id)
    return tuple(_invitation(session, row, days, claims) for row in rows)


def one(session: Session, invitation_id: int) -> Invitation:
    """One supplier on a list. Raises InvitationNotFoundError."""
    row = _row(session, invitation_id)
    return _invitation(session, row, _declared(session, row.list_id), _claimed(session, row.list_id))


def sent(session: Session, invitation_id: int, now: datetime) -> int:
    """Keep that an invitation was sent; gives how often it was."""
    row = _row(session, invitation_id)
    row.sent_at, row.times = now, row.times + 1
    session.flush()
    return row.times


def opened(session: Session, invitation_id: int, now: datetime) -> None:
    """Keep when the link of an invitation was first followed."""
    row = _row(session, invitation_id)
    row.opened_at = row.opened_at or now
    session.flush()


def registered(session: Session, invitation_id: int, now: datetime) -> None:
    """Keep when whoever followed an invitation first registered or signed in. Raises InvitationNotFoundError."""
    row = _row(session, invitation_id)
    row.registered_at = row.registered_at or now
    session.flush()


def contacts_in(session: Session, ocid: str) -> dict[tuple[str, str], str]:
    """The e-mail address, else the telephone, that a tender's releases give for each of its parties, by name and number."""
    compiled = session.scalar(select(ProcessRow.compiled).where(ProcessRow.ocid == ocid))
    parties = orjson.loads(compiled).get("parties", []) if compiled else []
    found: dict[tuple[str, str], str] = {}
    for party in parties if isinstance(parties, list) else []:
        point = party.get("contactPoint") if isinstance(party, dict) else None
        contact = (point.get("email") or point.get("telephone")) if isinstance(point, dict) else None
        identifier = party.get("identifier") if isinstance(party, dict) else None
        number = identifier.get("id") if isinstance(identifier, dict) else ""
        if isinstance(contact, str) and contact:
            found[str(party.get("name", "")), official_number(str(number or ""))] = contact
    return found


def _declared(session: Session, list_id: int) -> dict[tuple[str, str], date]:
    states = [*map(str, (*WAITING, *STANDING))]
    rows = session.execute(
        select(CompanyRow.scheme, CompanyRow.number, func.max(DeclarationRow.statement_date))
        .join(DeclarationRow, DeclarationRow.company_id == CompanyRow.id)
        .join(
            InvitationRow,
            (InvitationRow.scheme == CompanyRow.scheme) & (InvitationRow.number == CompanyRow.number),
        )
        .where(InvitationRow.list_id == list_id, DeclarationRow.state.in_(states))
        .group_by(CompanyRow.scheme, CompanyRow.number)
    )
    return {(scheme, number): day for scheme, number, day in rows}


def _claimed(session: Session, list_id: int) -> dict[tuple[str, str], datetime]:
    states = [ClaimState.WAITING.value, ClaimState.APPROVED.value]
    rows = session.execute(
        select(CompanyRow.scheme, CompanyRow.number, func.min(ClaimRow.created_at))
        .join(ClaimRow, ClaimRow.company_id == CompanyRow.id)
        .join(
            InvitationRow,
            (InvitationRow.scheme == CompanyRow.scheme) & (InvitationRow.number == CompanyRow.number),
        )
        .where(InvitationRow.list_id == list_id, ClaimRow.state.in_(states))
        .group_by(CompanyRow.scheme, CompanyRow.number)
    )
    return {(scheme, number): at for scheme, number, at in rows}


def _row(session: Session, invitation_id: int) -> InvitationRow:
    row = session.get(InvitationRow, invitation_id)
    if row is None:
        raise InvitationNotFoundError(invitation_id)
    return row


def _place(invitation_id: int) -> str:
    return f"invitation|{invitation_id}"


def _list(row: InvitationListRow, many: int) -> InvitationList:
    return InvitationList(row.id, row.title, row.ocid, row.due_on, row.made_by, row.made_at, many)


def _invitation(
    session: Session,
    row: InvitationRow,
    declared: Mapping[tuple[str, str], date],
    claimed: Mapping[tuple[str, str], datetime],
) -> Invitation:
    sealed, number = row.sealed_contact, (row.scheme, row.number)
    return Invitation(
        id=row.id,
        list_id=row.list_id,
        name=row.name,
        scheme=row.scheme,
        number=row.number,
        contact="" if sealed is None else vault_of(session).unseal(sealed, _place(row.id)).decode(),
        sent_at=row.sent_at,
        times=row.times,
        opened_at=row.opened_at,
        registered_at=row.registered_at,
        claimed_at=claimed.get(number),
        declared_on=declared.get(number),
    )
