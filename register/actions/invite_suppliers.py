"""Invite suppliers to declare: the bidders of a tender or an uploaded list, each by a link that works once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.tell import Notice, tell
from register.elsewhere.invited import Invited
from register.ocds.facts import BidStatus
from register.store import accounts, audit, contacts, contracts, invitations, links
from register.store.invitations import Invitation, InvitationList
from register.words import in_language

#: The link works so long; a reminder brings a new one.
LASTS = timedelta(days=30)
PATH = "/declare/invited/"

#: Says the invitation in the language of whoever reads it: supplier's name, what it is about, by when, the link.
Words = Callable[[str, str, date | None, str], Notice]


@dataclass(frozen=True, slots=True)
class NewList:
    """What a list is about, and by when its suppliers are asked to declare."""

    title: str
    ocid: str | None = None
    due_on: date | None = None


def invite_from_tender(
    session: Session, ocid: str, *, due_on: date | None, principal: Principal, now: datetime, country: str
) -> int:
    """Make a list of a tender's bidders, with the contacts its releases give; gives its number.

    Raises ProcessUnknownError.
    """
    process = contracts.process(session, ocid)
    known = invitations.contacts_in(session, ocid)

    invited = []
    for bid in process.bids:
        if bid.status != BidStatus.INVITED:
            typed = known.get((bid.name, bid.number)) or known.get((bid.name, "")) or ""
            found = contacts.contact(typed, country)
            invited.append(Invited(bid.name, bid.scheme, bid.number, found.value if found else ""))

    new = NewList(process.title or process.tender_id or ocid, ocid, due_on)
    return invite_from_list(session, new, invited, principal=principal, now=now)


def invite_from_list(
    session: Session, new: NewList, invited: Iterable[Invited], *, principal: Principal, now: datetime
) -> int:
    """Make a list of these suppliers, each once; gives its number. Nothing is sent yet."""
    once = tuple({(each.scheme, each.number, each.name): each for each in invited}.values())

    list_id = invitations.make_list(
        session, new.title, once, ocid=new.ocid, due_on=new.due_on, by=principal.account_id, now=now
    )
    audit.record(
        session,
        actor=principal.actor,
        action="invitation list made",
        about=f"invitations:{list_id}",
        at=now,
        facts={"suppliers": str(len(once)), "ocid": new.ocid or ""},
    )
    return list_id


def send_invitations(
    session: Session,
    list_id: int,
    words: Words,
    *,
    principal: Principal,
    now: datetime,
    base_url: str,
    country: str,
    language: str = "en",
) -> int:
    """Write to everybody on a list who has not declared and whose contact is known; gives how many were written to.

    Each is written to in the language of whoever has an account under this contact, else in `language`, the county's.
    Sent again it is a reminder with a new link; older links stop working. Raises InvitationNotFoundError.
    """
    about = invitations.one_list(session, list_id)
    waiting = [
        each for each in invitations.on_list(session, list_id) if not each.declared_on and each.contact
    ]
    for each in waiting:
        _send(session, each, about, words, now, base_url, country, language)
    audit.record(
        session,
        actor=principal.actor,
        action="invitations sent",
        about=f"invitations:{list_id}",
        at=now,
        facts={"suppliers": str(len(waiting))},
    )
    return len(waiting)


def _send(
    session: Session,
    to: Invitation,
    about: InvitationList,
    words: Words,
    now: datetime,
    base_url: str,
    country: str,
    language: str,
) -> None:
    contact = contacts.contact(to.contact, country)
    if contact is None:
        return
    links.void(session, invitations.PURPOSE, str(to.id), now=now)
    secret = links.make(session, invitations.PURPOSE, str(to.id), now=now, lasts=LASTS)
    times = invitations.sent(session, to.id, now)
    reader = accounts.by_contact(session, contact.value)
    with in_language(reader.language if reader else language):
        notice = words(to.name, about.title, about.due_on, f"{base_url.rstrip('/')}{PATH}{secret}")
    tell(session, contact, notice, f"invitation|{to.id}|{times}", now=now)


def follow_invitation(session: Session, secret: str, *, now: datetime) -> Invitation:
    """Use the link of an invitation up, and keep when it was followed. Raises LinkSpentError."""
    invitation_id = int(links.use(session, secret, invitations.PURPOSE, now=now))
    invitations.opened(session, invitation_id, now)
    return invitations.one(session, invitation_id)


def refuse_invitation(session: Session, secret: str, *, now: datetime) -> None:
    """Use the link up and forget the contact: whoever was written to is not of this company. Raises LinkSpentError."""
    invited = follow_invitation(session, secret, now=now)
    invitations.forget_contact(session, invited.id)
    audit.record(
        session,
        actor="person",
        action="invitation reached somebody else",
        about=f"invitations:{invited.list_id}",
        at=now,
        facts={"supplier": invited.name},
    )
