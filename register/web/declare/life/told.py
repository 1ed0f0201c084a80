"""Declarations in words: what each tells, where it stands, what happened to it, and what is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext

from register.declarations.life import STANDING, Kind, Move, State
from register.extensions import db
from register.jurisdictions.deadlines import days_late
from register.store import clarifications, declarations
from register.store.clarifications import Clarification
from register.store.declarations import About, StoredDeclaration
from register.store.life import Moved
from register.web.declare.kept import jurisdiction, today
from register.web.words import day
from register.words import N_

KINDS = {
    Kind.DECLARATION: N_("Declaration"),
    Kind.CHANGE: N_("Change"),
    Kind.CONFIRMATION: N_("Confirmation"),
    Kind.CORRECTION: N_("Correction"),
    Kind.DISSOLUTION: N_("End of the company"),
}
#: Words of a state, and how its tag looks.
STATES = {
    State.SUBMITTED: (N_("Sent"), "now"),
    State.IN_REVIEW: (N_("Being checked"), "now"),
    State.CLARIFICATION_ASKED: (N_("Waits for your answer"), "flag"),
    State.ACCEPTED: (N_("Accepted"), "done"),
    State.PUBLISHED: (N_("Published"), "done"),
    State.REJECTED: (N_("Not accepted"), "bad"),
    State.WITHDRAWN: (N_("Withdrawn"), ""),
}
MOVES = {
    Move.SUBMIT: N_("Signed and sent"),
    Move.TAKE: N_("A registrar began to check it"),
    Move.ASK: N_("A registrar asked a question"),
    Move.ANSWER: N_("The question was answered"),
    Move.LAPSE: N_("The day to answer passed without an answer"),
    Move.APPROVE: N_("A first registrar agreed; a second one must agree as well"),
    Move.ACCEPT: N_("Accepted"),
    Move.PUBLISH: N_("Published"),
    Move.REJECT: N_("Not accepted"),
    Move.WITHDRAW: N_("Withdrawn"),
    Move.REPLACE: N_("A newer declaration took its place"),
}
#: So many days before the last day to confirm, the first page of a company asks for it.
SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due, by when, and by how many days it is late."""

    by: date
    late: int


def kind_words(kind: Kind) -> str:
    """What a declaration tells, in a word or two."""
    return gettext(KINDS[kind])


def state_words(made: StoredDeclaration) -> tuple[str, str]:
    """Where a declaration stands, and the look of its tag."""
    if made.replaces is None and made.state is State.WITHDRAWN and made.reason == "replaced":
        return gettext("Replaced"), ""
    words, look = STATES[made.stage]
    return gettext(words), look


def move_words(each: Moved) -> str:
    """What happened to a declaration."""
    return gettext(MOVES[each.move])


def lateness(about: About, told_on: date) -> Due | None:
    """By when a change was to be told, and how late it was told; None for what is no change."""
    if about.happened_on is None:
        return None
    by = jurisdiction().change_due(about.happened_on)
    return Due(by, days_late(told_on, by))


def purpose(about: About) -> tuple[str, ...]:
    """What a declaration is for, in sentences: shown while it is written, and signed with it."""
    told = []
    if about.kind is Kind.CHANGE and about.happened_on:
        told.append(gettext("You tell of a change that happened on %(day)s.", day=day(about.happened_on)))
    if about.kind is Kind.CORRECTION:
        told.append(
            gettext(
                "You put a mistake right in declaration %(reference)s: %(why)s",
                reference=about.corrects or "",
                why=about.why or "",
            )
        )
    if about.clarifies:
        told.append(
            gettext("You answer a question about declaration %(reference)s.", reference=about.clarifies)
        )
    return tuple(told)


def late_words(due: Due | None) -> str:
    """That a change is told late, which is no reason to refuse it; nothing where it is in time."""
    if due is None or not due.late:
        return ""
    return gettext(
        "It was to be told by %(day)s. You tell it late; it is taken all the same, and the delay is kept.",
        day=day(due.by),
    )


def confirmation_due(company_id: int) -> Due | None:
    """By when the company confirms again; None while nothing stands, or once the company is no more."""
    stands = declarations.last(db.session, company_id, *STANDING)
    if stands is None or stands.about.kind is Kind.DISSOLUTION:
        return None
    by = jurisdiction().confirmation_due(jurisdiction().day_of(stands.signature.at))
    return Due(by, days_late(today(), by))


def question_of(made: StoredDeclaration) -> Clarification | None:
    """The question about a declaration that can still be answered."""
    if made.state not in (State.CLARIFICATION_ASKED, State.IN_REVIEW):
        return None
    return clarifications.unanswered(db.session, made.reference)
