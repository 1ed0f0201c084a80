"""Invite a colleague to act for a company: a link that works once goes to their e-mail address or telephone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole, Principal, Role
from register.actions.change_mandates import PURPOSE, no_later
from register.actions.claim_company import AlreadyActsError, Asking
from register.actions.own_declaration import NotTheirCompanyError
from register.actions.send_letter import leave_letter
from register.gateways.mail import Letter
from register.store import audit, colleagues, companies, links, mandates, outbox
from register.store.colleagues import InvitationNotFoundError, Invited
from register.store.contacts import Contact, ContactKind
from register.store.links import LinkSpentError
from register.store.mandates import Mandate, MandateNotFoundError
from register.words import _

LASTS = timedelta(days=7)
PATH = "/company/invitation/"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a colleague is invited to be, and until when."""

    asking: Asking
    ends_at: datetime | None = None


def invite_colleague(
    session: Session,
    company_id: int,
    contact: Contact,
    offer: Offer,
    *,
    by: Principal,
    now: datetime,
    base_url: str,
) -> Invited:
    """Keep the invitation and leave the link for the worker; who opens it is asked to sign in and to press a button.

    Raises NotTheirCompanyError.
    """
    if not by.acts_for(company_id):
        raise NotTheirCompanyError(company_id)
    company = companies.company(session, company_id)
    own = mandates.one(session, by.account_id, company_id, now=now)
    asking = offer.asking

    made = colleagues.add(
        session,
        company_id=company_id,
        role=asking.role,
        capacity=asking.capacity,
        firm=asking.firm if asking.capacity is Capacity.AGENT else "",
        contact=contact.value,
        ends_at=no_later(offer.ends_at, own.ends_at),
        invited_by=by.account_id,
        now=now,
        expires_at=now + LASTS,
    )
    secret = links.make(session, PURPOSE, str(made.id), now=now, lasts=LASTS)
    _send(session, made, contact, by.name, company.name, f"{base_url.rstrip('/')}{PATH}{secret}", now)
    audit.record(
        session,
        actor=by.actor,
        action="colleague invited",
        about=f"invitation:{made.id}",
        at=now,
        facts={"company": company.subject_record_id, "role": asking.role.value},
    )
    return made


def invitation_behind(session: Session, secret: str, *, now: datetime) -> Invited:
    """What a link invites to, without using it. Raises LinkSpentError."""
    return _standing(session, links.about(session, secret, PURPOSE, now=now), now)


def accept_invitation(session: Session, secret: str, *, principal: Principal, now: datetime) -> Invited:
    """Use the link up: from now on the person acts for the company. Raises LinkSpentError, AlreadyActsError.

    Only a supplier's person acts for a company: whoever works for the county is told that the link does not work.
    """
    mandates.lock(session)
    told = _standing(session, links.about(session, secret, PURPOSE, now=now), now)
    if principal.role is not Role.SUPPLIER:
        raise LinkSpentError
    if mandates.exists(session, principal.account_id, told.company_id, now=now):
        raise AlreadyActsError(principal.account_id, told.company_id)

    links.use(session, secret, PURPOSE, now=now)
    colleagues.accept(session, told.id, principal.account_id, now=now)
    mandates.grant(
        session,
        Mandate(
            principal.account_id, told.company_id, told.role, told.capacity, told.firm, ends_at=told.ends_at
        ),
        now=now,
    )
    audit.record(
        session,
        actor=principal.actor,
        action="invitation accepted",
        about=f"invitation:{told.id}",
        at=now,
        facts={
            "company": companies.company(session, told.company_id).subject_record_id,
            "role": told.role.value,
        },
    )
    return told


def withdraw_invitation(
    session: Session, company_id: int, invitation_id: int, *, by: Principal, now: datetime
) -> None:
    """Let a link lead nowhere. Raises NotTheirCompanyError, InvitationNotFoundError."""
    if not by.acts_for(company_id):
        raise NotTheirCompanyError(company_id)
    if colleagues.one(session, invitation_id, now=now).company_id != company_id:
        raise InvitationNotFoundError(invitation_id)

    colleagues.withdraw(session, invitation_id, now=now)
    links.void(session, PURPOSE, str(invitation_id), now=now)
    audit.record(
        session, actor=by.actor, action="invitation withdrawn", about=f"invitation:{invitation_id}", at=now
    )


def _standing(session: Session, invitation_id: str, now: datetime) -> Invited:
    """An invitation stands while whoever made it still says who acts for the company, and its own end is to come."""
    try:
        told = colleagues.one(session, int(invitation_id), now=now)
        inviter = mandates.one(session, told.invited_by, told.company_id, now=now)
    except (InvitationNotFoundError, MandateNotFoundError):
        raise LinkSpentError from None
    if inviter.role is not CompanyRole.ADMIN or (told.ends_at is not None and told.ends_at <= now):
        raise LinkSpentError
    return told


def _send(
    session: Session, made: Invited, contact: Contact, name: str, company: str, address: str, now: datetime
) -> None:
    facts = {"name": name, "company": company, "address": address}
    key = f"colleague|{made.id}"
    if contact.kind is ContactKind.EMAIL:
        subject = str(_("Will you act for %(company)s?")) % facts
        text = str(
            _(
                "%(name)s invites you to act for %(company)s in the register of owners.\n\n"
                "Open this page, sign in or make an account, and press the button:\n%(address)s\n\n"
                "The link works once, for seven days. Do not pass it on: whoever opens it may act in your place.\n\n"
                "If you do not know %(name)s, do nothing."
            )
        )
        leave_letter(session, Letter(contact.value, subject, text % facts), key, now=now)
        return
    message = (
        str(_("%(name)s invites you to act for %(company)s in the register of owners: %(address)s")) % facts
    )
    outbox.add(session, "sms", key, {"to": contact.value, "text": message}, now=now)
