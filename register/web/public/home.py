"""The start: the question, the search box, what is known so far, and the latest awards with their owners."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app, render_template
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.actions import published_contracts
from register.actions.published_contracts import Figures
from register.extensions import db
from register.store import published, published_awards
from register.web.guard import allow
from register.web.public import twins
from register.web.public.door import door
from register.web.public.known import today
from register.web.public.winners import Winner, winners

#: Awards shown on the start page.
LATEST = 5
#: Where an application keeps the figures it counted last.
KEPT = "public_figures"


@door.get("/")
@allow(Permission.READ_PUBLIC)
def home() -> ResponseReturnValue:
    latest = winners(db.session, published_contracts.latest_contracts(db.session, LATEST))
    return render_template(
        "public/home.html", figures=figures(), latest=latest, examples=_examples(latest), as_of=today()
    )


@door.get("/figures.json")
@allow(Permission.READ_PUBLIC)
def home_data() -> ResponseReturnValue:
    return twins.answer(twins.figures(figures(), published.latest(db.session), today()))


@dataclass(frozen=True, slots=True)
class _Counted:
    """Figures, and what was known when they were counted."""

    sequence: int
    changed_at: datetime | None
    figures: Figures


def figures() -> Figures:
    """What is known so far; counted anew when something was published or a contract changed."""
    latest = published.latest(db.session)
    sequence, changed_at = latest.sequence if latest else 0, published_awards.changed_at(db.session)
    kept: dict[str, Any] = current_app.extensions
    last: _Counted | None = kept.get(KEPT)
    if last is None or (last.sequence, last.changed_at) != (sequence, changed_at):
        last = _Counted(sequence, changed_at, published_contracts.figures(db.session))
        kept[KEPT] = last
    return last.figures


def _examples(latest: tuple[Winner, ...]) -> tuple[str, ...]:
    """Words to try the search with: a company, a person and a tender code that it finds."""
    company = next((each.seen.company.name for each in latest if each.seen), None)
    person = next((each.owners[0].party.name.split()[-1] for each in latest if each.owners), None)
    code = next((each.award.tender_id for each in latest if each.award.tender_id), None)
    return tuple(example for example in (company, person, code) if example)
