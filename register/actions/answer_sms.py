"""Answer a text message from what is published; the same message delivered twice is answered once."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.actions.published_company import published_company
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.sms import asked, words
from register.sms.word import fitted
from register.store import outbox


def answer_sms(
    session: Session,
    *,
    sender: str,
    text: str,
    message_id: str,
    said: Callable[[Sentence], str],
    jurisdiction: Jurisdiction,
    now: datetime,
    today: date,
) -> str:
    """Leave the answer for the worker to send, and give it. `said` puts a sentence into the reader's language."""
    question = asked(text)

    known = published_company(session, question.about, jurisdiction=jurisdiction, today=today)
    told = said(question.word.answer(question.about, known))
    if "HELP" in question.word.codes:
        told = "\n".join([told, *(said(Sentence(word.help)) for word in words())])
    reply = fitted(told)

    outbox.add(session, "sms", f"answer:{message_id}", {"to": sender, "text": reply}, now=now)
    return reply
