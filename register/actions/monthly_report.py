"""What a procuring entity tells of each month: awards, their value, and who owns and runs the suppliers. It saves nothing.

Owners and directors are those of the published copy: the report is for everybody's eyes.
Members of committees are named after the award alone, and where the place says so.
Source: Executive Order 2 of 2018 (Kenya).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from register.actions.published_company import published_picture
from register.graph.owners import owners_of
from register.graph.picture import Control, PartyKind, Picture
from register.graph.shares import text_of
from register.jurisdictions import Jurisdiction
from register.store import awards_listed, awards_told, published_pages
from register.store.awards_listed import AwardLine, Wanted
from register.store.awards_told import MethodTold, Seated

DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stood behind a supplier on the day of its award: names with shares in words, and who ran it."""

    owners: tuple[tuple[str, str], ...] = ()
    directors: tuple[str, ...] = ()
    declared_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One supplier of one award, who stood behind it, why it was bought so, and who evaluated, inspected or accepted."""

    award: AwardLine
    behind: Behind
    method: MethodTold
    #: Who sat on its committees, where the place lets them be named.
    seated: tuple[Seated, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The awards of a month, all or some of them. `totals` are of all, in each currency, of what tells its value.

    `count` is how many lines there are in all, one a supplier of each of the `awards`. `undeclared` counts the suppliers among `lines` that have published nothing.
    """

    month: date
    awards: int
    count: int
    totals: Mapping[str, Decimal]
    lines: tuple[ReportLine, ...]
    #: The last day to hand it in.
    due_on: date

    @property
    def without_reason(self) -> int:
        """How many of the awards among `lines` tell no reason for their method."""
        return len({(each.award.ocid, each.award.award_id) for each in self.lines if not each.method.reason})

    @property
    def without_committee(self) -> int:
        """How many of the awards among `lines` name nobody of a committee."""
        return len({(each.award.ocid, each.award.award_id) for each in self.lines if not each.seated})

    @property
    def undeclared(self) -> int:
        return sum(each.behind.declared_on is None for each in self.lines)


def monthly_report(
    session: Session, month: date, *, jurisdiction: Jurisdiction, limit: int | None = None, offset: int = 0
) -> Report:
    """Gather the report of a month, by any day of it; with `limit`, some lines of it."""
    wanted = Wanted(since=month.replace(day=1), until=after(month))
    awards = awards_listed.awards(session, wanted, limit=limit, offset=offset)
    subjects = published_pages.subjects_of(
        session, {(each.scheme, each.number) for each in awards if each.number}
    )
    ocids = {each.ocid for each in awards}
    methods = awards_told.methods(session, ocids)
    seated = awards_told.committees(session, ocids) if jurisdiction.names_committees else {}
    lines = tuple(
        ReportLine(
            each,
            _behind(session, subjects.get((each.scheme, each.number)), each.awarded_on, jurisdiction),
            methods.get(each.ocid, MethodTold()),
            seated.get(each.ocid, ()),
        )
        for each in awards
    )
    return Report(
        month.replace(day=1),
        awards_listed.count_awards(session, wanted),
        awards_listed.count(session, wanted),
        _totals(session, wanted),
        lines,
        jurisdiction.report_due(month),
    )


def after(month: date) -> date:
    """The first day of the month after."""
    year, number = (month.year + 1, 1) if month.month == DECEMBER else (month.year, month.month + 1)
    return date(year, number, 1)


def _totals(session: Session, wanted: Wanted) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for currency, part in awards_listed.parts(session, wanted):
        found[currency] += part
    return dict(sorted(found.items()))


def _behind(session: Session, subject: str | None, day: date | None, jurisdiction: Jurisdiction) -> Behind:
    if subject is None or day is None:
        return Behind()
    picture, declared_on = published_picture(session, subject, day)
    company = picture.subjects[0]
    found = owners_of(picture, company, jurisdiction.owner_threshold, jurisdiction.control_majority)
    people = [each for each in found if each.party.kind is PartyKind.PERSON and each.does]
    owners = ((each.party.name, text_of(each.economic) if each.economic else "") for each in people)
    return Behind(tuple(owners), tuple(_directors(picture, company)), declared_on)


def _directors(picture: Picture, company: str) -> list[str]:
    run = [each for each in picture.stakes if each.held == company and Control.OFFICER in each.controls]
    return list(dict.fromkeys(name for each in run if (name := picture.name(each.holder))))
