"""Ask the owner, and nobody else, whether a declaration speaks of them: a link that works once, by letter or message."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.send_letter import leave_letter
from register.declarations.draft import Particulars
from register.gateways.mail import Letter
from register.store import audit, companies, identities, links, outbox, particulars
from register.store.identities import Claim
from register.words import _

#: What the one-time link is for, and where it leads: the page shows a button, and pressing it uses the link up.
PURPOSE = "identity"
PATH = "/declare/owner/"


def send_identity_link(session: Session, record_id: str, *, actor: str, now: datetime, base_url: str) -> None:
    """Send the person of a record a link to confirm that it is them; older links for it stop working.

    It goes to the contact on file of the same identity where that was confirmed before, else to the contact that the
    declarant typed. Whether and where it went is told to nobody. Nothing happens for a confirmed record.
    Raises ClaimNotFoundError.
    """
    claim = identities.claim_of(session, record_id)
    if claim.confirmed_at is not None:
        return
    contact = _contact(session, claim)

    links.void(session, PURPOSE, record_id, now=now)
    secret = links.make(session, PURPOSE, record_id, now=now)
    company = companies.by_subject(session, claim.subject_record_id).name
    address = f"{base_url.rstrip('/')}{PATH}{secret}"

    key = f"identity|{record_id}|{int(now.timestamp())}"
    if contact is not None and contact.email:
        leave_letter(session, _letter(contact.email, company, address), key, now=now)
    elif contact is not None and contact.phone:
        text = str(_("%(company)s named you as an owner. Is it you? %(address)s"))
        payload = {"to": contact.phone, "text": text % {"company": company, "address": address}}
        outbox.add(session, "sms", key, payload, now=now)
    audit.record(session, actor=actor, action="identity link made", about=record_id, at=now)


def _contact(session: Session, claim: Claim) -> Particulars | None:
    """Whoever was confirmed before is asked where they were reached before: a declarant cannot divert the question."""
    for other in identities.records_sharing(session, claim.record_id):
        if other.confirmed_at is None:
            continue
        on_file = _particulars(session, other)
        if on_file is not None and (on_file.email or on_file.phone):
            return on_file
    return _particulars(session, claim)


def _particulars(session: Session, claim: Claim) -> Particulars | None:
    return particulars.last_signed(session, claim.subject_record_id, identities.person_key_of(claim))


def _letter(to: str, company: str, address: str) -> Letter:
    facts = {"company": company, "address": address}
    subject = str(_("Are you an owner of %(company)s?")) % facts
    text = str(
        _(
            "%(company)s named you in its declaration of owners.\n\n"
            "If this is you, open this page and press the button:\n%(address)s\n\n"
            "The link works once, for three days. Your name is then joined to your other companies in the public "
            "register; your identity number stays private.\n\n"
            "If this is not you, do nothing, or tell the register by answering this letter."
        )
    )
    return Letter(to, subject, text % facts)
