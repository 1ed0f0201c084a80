"""Tell those who sign for a company what became of something, each in their language and wherever they are reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date
from sqlalchemy.orm import Session

from register.actions.tell import Notice, tell
from register.store import reached
from register.words import _, in_language


@dataclass(frozen=True, slots=True)
class News:
    """What is told: marked messages with `%(name)s` for facts and `%(day)s` for a day; `short` is one SMS."""

    subject: str
    text: str
    short: str


def tell_supplier(
    session: Session,
    company_id: int,
    news: News,
    *,
    key: str,
    facts: Mapping[str, str],
    now: datetime,
    day: date | None = None,
) -> int:
    """Leave the news by letter and SMS for each who signs for the company, and give how many people they are.

    The same key is told once. `facts` fill the messages; `day` is written in words, in the reader's language.
    """
    people = reached.signers_of(session, company_id, now=now)
    for each in people:
        with in_language(each.language):
            told = {**facts, "day": _in_words(day, each.language) if day else ""}
            notice = Notice(*(str(_(message)) % told for message in (news.subject, news.text, news.short)))
        for contact in each.contacts:
            tell(session, contact, notice, f"{key}|{each.id}", now=now)
    return len(people)


def _in_words(day: date, language: str) -> str:
    return format_date(day, "d MMMM y", locale=language)
