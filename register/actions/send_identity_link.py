"""Ask the owner, and nobody else, whether a declaration speaks of them: a link that works once, by letter or message."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.tell import Notice, tell
from register.store import audit, companies, links, owner_contacts
from register.store.contacts import Contact
from register.store.identities import claim_of
from register.words import _

#: What the one-time link is for: by `PURPOSE` its holder joins their companies in public; by `TOLD` they see what is
#: said of them, agree or dispute it, and join nothing. The page behind both is the same.
PURPOSE = "identity"
TOLD = "told"
#: Where the link leads: the page asks, and an answer uses the link up.
PATH = "/declare/owner/"


def send_identity_link(session: Session, record_id: str, *, actor: str, now: datetime, base_url: str) -> None:
    """Tell the person of a record what is said of them, wherever they may be reached; older links stop working.

    Where the same identity was confirmed before, a link to confirm goes to the contacts on file alone: a declarant
    cannot divert the question. What the declarant typed, and what others typed of the same document, gets a link to see
    and to dispute; where nothing is on file, what the declarant typed gets the link to confirm. Whether and where it went
    is told to nobody. Nothing happens for a confirmed record. Raises ClaimNotFoundError.
    """
    claim = claim_of(session, record_id)
    if claim.confirmed_at is not None:
        return
    typed = owner_contacts.typed(session, claim)
    on_file = owner_contacts.on_file(session, claim)

    asked = on_file or typed[:1]
    told = [each for each in (*typed[:1], *owner_contacts.elsewhere(session, claim)) if each not in asked]
    company = companies.by_subject(session, claim.subject_record_id).name
    for purpose, contacts in ((PURPOSE, asked), (TOLD, tuple(dict.fromkeys(told)))):
        links.void(session, purpose, record_id, now=now)
        for number, contact in enumerate(contacts):
            address = f"{base_url.rstrip('/')}{PATH}{links.make(session, purpose, record_id, now=now)}"
            key = f"identity|{record_id}|{int(now.timestamp())}|{purpose}|{number}"
            _send(session, contact, company, address, key, now)
    audit.record(session, actor=actor, action="identity link made", about=record_id, at=now)


def _send(session: Session, to: Contact, company: str, address: str, key: str, now: datetime) -> None:
    facts = {"company": company, "address": address}
    text = _(
        "%(company)s named you in its declaration of owners.\n\n"
        "See what is said of you, and say whether it is right:\n%(address)s\n\n"
        "The link works once, for three days. If you say that it is you, your name may be joined to your other companies "
        "in the public register; your identity number stays private.\n\n"
        "If this is not you, say so on that page: an officer looks into it."
    )
    notice = Notice(
        subject=str(_("Are you an owner of %(company)s?")) % facts,
        text=str(text) % facts,
        short=str(_("%(company)s named you as an owner. Is it you? %(address)s")) % facts,
    )
    tell(session, to, notice, key, now=now)
