"""Change the address or number one signs in with: proved at once, told to the old ones, and counting after 72 hours.

A number that a thief had moved to another card, or a browser left open, so takes nobody's account over unseen.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.tell import Notice, tell
from register.store import accounts, audit, contact_changes, links, outbox, sent_codes, sessions
from register.store.accounts import Account, ContactTakenError
from register.store.contact_changes import COOL_OFF, ContactChange
from register.store.links import LinkSpentError
from register.store.sent_codes import CodeSpentError, Purpose

#: What the link "this was not me" is for.
UNDO = "undo contact"
#: Work of the worker: make a change count.
WORK = "contact"

#: Makes the notice of a change, given the secret of the link that undoes it.
Told = Callable[[ContactChange, str], Notice]


def change_contact(
    session: Session, account_id: int, request: str, told: Told, counts: Notice, *, now: datetime
) -> ContactChange:
    """Use up the proved request: the new address or number waits, and the old ones are told with a link to undo it.

    `counts` is told when its time has come. Raises CodeSpentError.
    """
    asked = sent_codes.use(session, request, now=now)
    if asked.purpose is not Purpose.CONTACT or asked.account_id != account_id:
        raise CodeSpentError
    account = accounts.account(session, account_id)

    change = contact_changes.add(session, account.id, asked.contact, now=now)
    payload = {
        "change": str(change.id),
        "subject": counts.subject,
        "text": counts.text,
        "short": counts.short,
    }
    outbox.add(session, WORK, f"contact|{change.id}", payload, now=now, not_before=change.counts_from)
    for contact in account.contacts:
        secret = links.make(session, UNDO, str(change.id), now=now, lasts=COOL_OFF)
        tell(session, contact, told(change, secret), f"contact|{change.id}", now=now)
    _note(session, account, "contact change asked", change, now)
    return change


def changing(session: Session, link: str, *, now: datetime) -> ContactChange:
    """The waiting change that a link speaks of, without using it. Raises LinkSpentError."""
    change = contact_changes.waits(session, int(links.about(session, link, UNDO, now=now)))
    if change is None:
        raise LinkSpentError
    return change


def undo_contact_change(session: Session, link: str, *, now: datetime) -> Account:
    """Somebody says it was not them: nothing changes, all browsers are signed out, the passphrase counts no more.

    Raises LinkSpentError.
    """
    change = changing(session, link, now=now)
    links.use(session, link, UNDO, now=now)
    links.void(session, UNDO, str(change.id), now=now)

    contact_changes.undo(session, change.account_id, now=now)
    sessions.end_all(session, change.account_id, now=now)
    accounts.set_passphrase_hash(session, change.account_id, None)
    account = accounts.account(session, change.account_id)
    _note(session, account, "contact change refused", change, now, actor="person")
    return account


def withdraw_contact_change(session: Session, account_id: int, change_id: int, *, now: datetime) -> bool:
    """The person takes their own change back; False when they have no such change that waits."""
    change = contact_changes.waits(session, change_id)
    if change is None or change.account_id != account_id:
        return False
    contact_changes.undo(session, account_id, now=now, kind=change.contact.kind)
    links.void(session, UNDO, str(change.id), now=now)
    _note(session, accounts.account(session, account_id), "contact change withdrawn", change, now)
    return True


def apply_contact_change(session: Session, payload: Mapping[str, str], *, now: datetime) -> None:
    """Make a change count whose time has come, unless it was undone or somebody else has the contact by now.

    `payload` is what `change_contact` left for the worker.
    """
    change = contact_changes.waits(session, int(payload["change"]))
    if change is None or change.counts_from > now:
        return
    account = accounts.account(session, change.account_id)
    before = account.contacts

    try:
        accounts.set_contact(session, account.id, change.contact)
    except ContactTakenError:
        contact_changes.undo(session, account.id, now=now, kind=change.contact.kind)
        _note(session, account, "contact change fell away", change, now, actor="clock")
        return
    contact_changes.done(session, change.id, now=now)
    _note(session, account, "contact changed", change, now, actor="clock")
    changed = accounts.account(session, account.id)
    told = Notice(payload["subject"], payload["text"], payload["short"])
    for contact in dict.fromkeys((*before, *changed.contacts)):
        tell(
            session, contact, told, f"contact counts|{change.id}|{contact.kind}|{contact in before}", now=now
        )


def _note(
    session: Session,
    account: Account,
    action: str,
    change: ContactChange,
    now: datetime,
    *,
    actor: str | None = None,
) -> None:
    facts = {"kind": change.contact.kind.value}
    audit.record(
        session, actor=actor or account.actor, action=action, about=account.actor, at=now, facts=facts
    )
