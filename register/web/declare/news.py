"""What a company's first page says first: where its newest declaration stands, and whether there is anything to do."""

from dataclasses import dataclass

from flask_babel import gettext

from register.declarations.life import STANDING, State
from register.store.clarifications import Clarification
from register.store.declarations import StoredDeclaration
from register.web.declare.kept import jurisdiction
from register.web.declare.life.told import kind_words
from register.web.words import day
from register.words import N_

#: Of a declaration that is not decided, or says nothing any more.
WORDS = {
    State.SUBMITTED: N_(
        "%(kind)s %(reference)s, sent on %(day)s, is with the county. You need do nothing now: a registrar checks it, and we write to you."
    ),
    State.IN_REVIEW: N_(
        "A registrar is checking: %(kind)s %(reference)s, sent on %(day)s. You need do nothing now: we write to you."
    ),
    State.CLARIFICATION_ASKED: N_(
        "%(kind)s %(reference)s, sent on %(day)s, waits until somebody who signs for the company answers the registrar’s question."
    ),
    State.REJECTED: N_("The county did not accept: %(kind)s %(reference)s, sent on %(day)s."),
    State.WITHDRAWN: N_("You took back: %(kind)s %(reference)s, sent on %(day)s. It says nothing any more."),
}


@dataclass(frozen=True, slots=True)
class News:
    """Where the newest declaration stands; `reason` is the county's, `again` tells that it has to be sent anew."""

    reference: str
    words: str
    reason: str
    again: bool


def news_of(made: tuple[StoredDeclaration, ...]) -> News | None:
    """Of declarations, the newest first; None when the newest stands, or there is none.

    One that was taken back is no news where another stands.
    """
    newest = next(iter(made), None)
    stands = any(each.state in STANDING for each in made)
    if newest is None or newest.state in STANDING or (stands and newest.state is State.WITHDRAWN):
        return None
    words = gettext(
        WORDS[newest.state],
        kind=kind_words(newest.about.kind),
        reference=newest.reference,
        day=day(jurisdiction().day_of(newest.signature.at)),
    )
    refused = newest.state is State.REJECTED
    again = refused or newest.state is State.WITHDRAWN
    return News(newest.reference, words, (newest.reason or "") if refused else "", again)


def question_words(question: Clarification) -> str:
    """That an answer is awaited, and until when."""
    if question.lapsed_at is not None:
        return gettext(
            "The registrar has a question about your declaration %(reference)s. The answer was due by %(day)s; it still counts until the registrar decides.",
            reference=question.reference,
            day=day(question.due_on),
        )
    return gettext(
        "The registrar has a question about your declaration %(reference)s. Answer by %(day)s.",
        reference=question.reference,
        day=day(question.due_on),
    )
