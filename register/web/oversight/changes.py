"""The changes that companies told in a year: when each happened, by when it was due, and whether it came in time."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from flask import render_template
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import coverage
from register.store.coverage import ChangeLine
from register.web.guard import allow
from register.web.oversight.door import door
from register.web.oversight.lists import PER_PAGE, around
from register.web.oversight.measures import YEAR, in_time, was_in_time
from register.web.paging import page_asked
from register.web.ruling import local_today, rules_today


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change, and the last day on which it could be told."""

    told: ChangeLine
    due_on: date
    in_time: bool


@door.get("/changes")
@allow(Permission.SCREEN)
def changes() -> ResponseReturnValue:
    since, page, place = local_today() - YEAR, page_asked(), rules_today()
    good, total = in_time(place, coverage.changes_told(db.session, since))
    some = islice(coverage.changes_told(db.session, since), (page - 1) * PER_PAGE, page * PER_PAGE)
    return render_template(
        "oversight/changes.html",
        lines=[
            ShownChange(each, place.change_due(each.happened_on), was_in_time(place, each)) for each in some
        ],
        good=good,
        total=total,
        since=since,
        **around("changes", page, total, {}),
    )
