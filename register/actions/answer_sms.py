"""Answer a text message from what is published; the same message delivered twice is answered once."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.actions.published_company import published_award, published_company
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.sms import asked
from register.sms.word import fits, fitted
from register.store import outbox


def answer_sms(
    session: Session,
    *,
    sender: str,
    text: str,
    message_id: str,
    said: Callable[[Sentence, str], str],
    jurisdiction: Jurisdiction,
    now: datetime,
    today: date,
) -> str:
    """Leave the answer for the worker to send, and give it. `said` puts a sentence into a language, given by its code."""
    question = asked(text)
    about = question.about
    found = published_award(session, about, jurisdiction=jurisdiction, today=today) or published_company(
        session, about, jurisdiction=jurisdiction, today=today
    )

    answers = [
        "\n".join(said(line, question.language) for line in lines)
        for lines in question.word.answer(about, found)
    ]
    reply = fitted(next((each for each in answers if fits(each)), answers[-1]))

    key = f"answer:{message_id}"
    if not outbox.knows(session, key):
        outbox.add(session, "sms", key, {"to": sender, "text": reply}, now=now)
    return reply
