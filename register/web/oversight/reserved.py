"""How much of what was awarded was reserved for a group, and where the winner may not belong to it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from register.access import Permission
from register.extensions import db
from register.store import awards_listed, findings_counted
from register.store.awards_listed import Wanted
from register.store.findings_counted import By
from register.web.guard import allow
from register.web.oversight.door import door
from register.web.oversight.measures import YEAR, percent_of
from register.web.ruling import local_today
from register.words import N_

GROUPS = {
    "women": N_("Women"),
    "youth": N_("Youth"),
    "disability": N_("Persons with disabilities"),
    "citizen": N_("Citizen contractors"),
    "local": N_("Local contractors"),
}
#: The flags that ask whether a bidder is of the group.
CONTRACTORS = frozenset({"citizen", "local"})
NOT_A_CONTRACTOR, NOT_OF_THE_GROUP = "citizen-claim-not-met", "reserved-group-not-owner"


@dataclass(frozen=True, slots=True)
class Money:
    """What was awarded to a group in one currency, and how much of everything that is, in percent."""

    currency: str
    value: Decimal
    percent: Decimal


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group: its awards, their value, and the findings about bidders that may not belong to it, by rule `rule`."""

    group: str
    words: str
    awards: int
    values: tuple[Money, ...]
    rule: str
    found: int
    waiting: int


@door.get("/reserved")
@allow(Permission.SCREEN)
def reserved() -> ResponseReturnValue:
    since = local_today() - YEAR
    session: Session = db.session
    every = _sums(session, Wanted(since=since))
    return render_template(
        "oversight/reserved.html",
        since=since,
        every=every,
        count=awards_listed.count_awards(session, Wanted(since=since)),
        lines=[_line(session, group, since, every) for group in awards_listed.groups(session, since)],
    )


def group_in_words(group: str) -> str:
    """For whom something is reserved."""
    return gettext(GROUPS[group]) if group in GROUPS else group


def _line(session: Session, group: str, since: date, every: Mapping[str, Decimal]) -> GroupLine:
    wanted, now = Wanted(since=since, group=group), datetime.now(UTC)
    rule = NOT_A_CONTRACTOR if group in CONTRACTORS else NOT_OF_THE_GROUP
    found, waiting = (
        findings_counted.count(
            session, findings_counted.Wanted(now, {By.RULE: rule}, waiting=only, group=group)
        )
        for only in (False, True)
    )
    values = tuple(
        Money(currency, value, percent_of(value, every[currency]))
        for currency, value in _sums(session, wanted).items()
    )
    count = awards_listed.count(session, wanted)
    return GroupLine(group, group_in_words(group), count, values, rule, found, waiting)


def _sums(session: Session, wanted: Wanted) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for currency, part in awards_listed.parts(session, wanted):
        found[currency] += part
    return dict(sorted(found.items()))
