"""The dated history of a company: what was declared when, what changed, what was confirmed and corrected, who signed."""

from dataclasses import dataclass
from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.declarations.draft import Draft
from register.declarations.life import STANDING
from register.extensions import db
from register.store import declarations
from register.store.declarations import StoredDeclaration
from register.web.declare.kept import BELONGS, jurisdiction, own_company
from register.web.declare.life.changed import change_sentences
from register.web.declare.life.one import Event, events_of
from register.web.declare.life.told import Due, confirmation_due, kind_words, lateness, state_words
from register.web.declare.wording import declarant_words
from register.web.guard import allow


@dataclass(frozen=True, slots=True)
class Line:
    """One declaration: the day it was signed, what it tells, where it stands, what changed against what stood."""

    made: StoredDeclaration
    day: date
    kind: str
    state: tuple[str, str]
    signer: str
    late: Due | None
    changes: tuple[str, ...]
    events: tuple[Event, ...]


@allow(Permission.ANSWER)
def history(company_id: int) -> ResponseReturnValue:
    company = own_company(company_id, BELONGS)
    return render_template(
        "declare/life/history.html",
        company=company,
        lines=tuple(reversed(_lines(company_id))),
        due=confirmation_due(company_id),
    )


def _lines(company_id: int) -> list[Line]:
    made = tuple(reversed(declarations.of_company(db.session, company_id)))
    events = events_of(*(each.reference for each in made))
    lines: list[Line] = []
    stood: Draft | None = None
    for each in made:
        lines.append(_line(each, stood, tuple(e for e in events if e.made.reference == each.reference)))
        if each.state in STANDING:
            stood = each.answers
    return lines


def _line(made: StoredDeclaration, stood: Draft | None, events: tuple[Event, ...]) -> Line:
    day = jurisdiction().day_of(made.signature.at)
    return Line(
        made,
        day,
        kind_words(made.about.kind),
        state_words(made),
        declarant_words(made.answers.declarant),
        lateness(made.about, day),
        change_sentences(stood, made.answers) if stood else (),
        events,
    )
