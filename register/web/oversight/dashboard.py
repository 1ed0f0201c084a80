"""The first page of oversight: who has declared, who in time, and where findings wait; each figure leads to its list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from register.access import Permission
from register.extensions import db
from register.store import awards_listed, coverage, findings_counted, portfolio_findings
from register.store.awards_listed import Wanted
from register.store.coverage import Stands
from register.store.findings_counted import Age, By
from register.web.findings.shown import titles
from register.web.guard import allow
from register.web.oversight.door import door
from register.web.oversight.measures import YEAR, due_days, in_time, stands_since
from register.web.ruling import local_today, rules_today
from register.words import N_

AGES = {
    Age.WEEK: N_("Up to a week"),
    Age.MONTH: N_("Up to 30 days"),
    Age.QUARTER: N_("Up to 90 days"),
    Age.OLDER: N_("More than 90 days"),
}
#: Stands in an address for what the release does not tell.
NOT_TOLD = "-"
#: More lines than this are left to the list behind the table.
MOST = 40


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many."""

    some: int
    all: int

    @property
    def percent(self) -> int | None:
        """In whole percent, rounded down: a hundred is said of all alone; None of nothing."""
        return 100 * self.some // self.all if self.all else None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table of findings, with the addresses of the lists behind its two figures."""

    words: str
    found: int
    waiting: int
    all_of_it: str
    what_waits: str


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything the first page shows; `since` is the first day of what is said of a year."""

    standing: Mapping[Stands, int]
    declared: Part
    on_award: Part
    changes: Part
    since: date
    found: int
    waiting: int
    #: Findings across tenders that are still found.
    across: int
    #: The last day to report what was awarded in the month that is over, and whether that is past.
    report_due: date
    overdue: bool
    tables: Mapping[By, tuple[Line, ...]]


@door.get("")
@allow(Permission.SCREEN)
def dashboard() -> ResponseReturnValue:
    return render_template("oversight/dashboard.html", seen=_gathered(db.session, datetime.now(UTC)), by=By)


def _gathered(session: Session, now: datetime) -> Dashboard:
    today, place = local_today(), rules_today()
    standing = coverage.count_by_standing(session, stands_since(place, today))
    counted = {by: findings_counted.counted(session, by, now) for by in By}
    since, due = today - YEAR, place.report_due(today.replace(day=1) - timedelta(1))
    return Dashboard(
        standing=standing,
        declared=Part(standing[Stands.VALID], sum(standing.values())),
        on_award=_on_award(session, today),
        changes=Part(*in_time(place, coverage.changes_told(session, since))),
        since=since,
        found=sum(each.found for each in counted[By.AGE]),
        waiting=sum(each.waiting for each in counted[By.AGE]),
        across=portfolio_findings.count(session),
        report_due=due,
        overdue=due < today,
        tables={
            by: tuple(_line(by, each.name, each.found, each.waiting) for each in lines[:MOST])
            for by, lines in counted.items()
        },
    )


def _on_award(session: Session, today: date) -> Part:
    """Of what was awarded in a year and is due by now, how much went to suppliers that had declared in time."""
    year = Wanted(since=today - YEAR)
    due = due_days(rules_today(), awards_listed.days(session, year), today)
    if not due:
        return Part(0, 0)
    every = awards_listed.count(session, Wanted(since=year.since, until=max(due) + timedelta(1)))
    late = awards_listed.count(session, Wanted(since=year.since, due=due))
    return Part(every - late, every)


def _line(by: By, name: str, found: int, waiting: int) -> Line:
    asked = urlencode({by.value: name or NOT_TOLD})
    address = f"{url_for('oversight.findings')}?{asked}"
    return Line(called(by, name), found, waiting, address, f"{address}&waiting=yes")


def called(by: By, name: str) -> str:
    """A rule, department, ward or age in words."""
    if by is By.RULE:
        return titles().get(name, name)
    if by is By.AGE:
        return gettext(AGES[Age(name)])
    return name or gettext("Not told")
