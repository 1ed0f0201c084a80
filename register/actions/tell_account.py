"""Tell one person with an account what became of something: by letter, else by SMS, in their language."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.send_letter import leave_letter
from register.gateways.mail import Letter
from register.store import accounts, outbox
from register.store.contacts import ContactKind
from register.words import _, in_language


def tell_account(
    session: Session,
    account_id: int,
    *,
    key: str,
    subject: str,
    text: str,
    facts: Mapping[str, str],
    now: datetime,
) -> None:
    """Leave one letter or message for the worker; the same key is told once.

    `subject` and `text` are marked messages with `%(name)s` for `facts`. Raises AccountUnknownError.
    """
    account = accounts.account(session, account_id)
    contact = next(iter(account.contacts), None)
    if contact is None:
        return
    with in_language(account.language):
        words = str(_(subject)) % facts, str(_(text)) % facts
    if contact.kind is ContactKind.EMAIL:
        leave_letter(session, Letter(contact.value, *words), key, now=now)
    else:
        outbox.add(session, "sms", key, {"to": contact.value, "text": words[1]}, now=now)
