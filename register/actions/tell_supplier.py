"""Tell those who sign for a company what became of something, each in their language: by letter, else by SMS."""

from collections.abc import Mapping
from datetime import date, datetime

from babel.dates import format_date
from sqlalchemy.orm import Session

from register.actions.send_letter import leave_letter
from register.gateways.mail import Letter
from register.store import outbox, reached
from register.store.reached import Reached
from register.words import _, in_language


def tell_supplier(
    session: Session,
    company_id: int,
    *,
    key: str,
    subject: str,
    text: str,
    facts: Mapping[str, str],
    now: datetime,
    day: date | None = None,
    short: str | None = None,
) -> int:
    """Leave one letter for each who signs for the company, and give how many; the same key is told once.

    `subject` and `text` are marked messages with `%(name)s` for `facts`, and `%(day)s` for `day`, written in words.
    With `short`, those with a telephone get an SMS as well; those without an address get it in any case.
    """
    people = reached.signers_of(session, company_id)
    for each in people:
        with in_language(each.language):
            told = {**facts, **({"day": _in_words(day, each.language)} if day else {})}
            _leave(session, each, f"{key}|{each.account_id}", subject, text, short, told, now)
    return len(people)


def _leave(
    session: Session,
    to: Reached,
    key: str,
    subject: str,
    text: str,
    short: str | None,
    facts: Mapping[str, str],
    now: datetime,
) -> None:
    if to.email:
        letter = Letter(to.email, str(_(subject)) % facts, str(_(text)) % facts)
        leave_letter(session, letter, f"{key}|mail", now=now)
    if to.phone and (short or not to.email):
        message = str(_(short or text)) % facts
        outbox.add(session, "sms", f"{key}|sms", {"to": to.phone, "text": message}, now=now)


def _in_words(day: date, language: str) -> str:
    return format_date(day, "d MMMM y", locale=language)
