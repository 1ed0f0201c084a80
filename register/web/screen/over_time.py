"""The owners of a company over time in words, drawn with what the company won."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext
from sqlalchemy.orm import Session

from register.graph.building import company_picture
from register.graph.owners import Owner
from register.graph.tenures import Span, Tenure, change_days, tenures_of
from register.graph.timeline import Timeline, timeline
from register.graph.wording import ON_LINE
from register.jurisdictions import Jurisdiction
from register.screening import letter_of
from register.store import company_material
from register.store.awards import PublicAward
from register.web.screen.pictures import words
from register.web.words import day

WIDE, NARROW = 704.0, 328.0
#: So many days on which something changed are looked at, the latest.
MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class SpanLine:
    """One line of the table: who held how much, from when until when."""

    name: str
    held: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class OverTime:
    """The owners of a company over time; `letters` names awards, by process and award, as the marks do."""

    wide: Timeline
    narrow: Timeline
    lines: tuple[SpanLine, ...]
    letters: Mapping[tuple[str, str], str]


def over_time(
    session: Session, company: str, name: str, won: Sequence[PublicAward], *, today: date, law: Jurisdiction
) -> OverTime | None:
    """Gather who owned a company, by its record id, on all days; None where nobody ever did."""
    known = company_material.of_company(session, company)
    days = change_days(known.statements, today)[-MOST_DAYS:]
    pictures = [(each, company_picture(company, known.statements, known.identities, each)) for each in days]
    tenures = tenures_of(pictures, law.owner_threshold, law.control_majority)
    if not tenures:
        return None
    letters = _letters(won)
    marks = {letters[each.ocid, each.award_id]: each.awarded_on for each in won if each.awarded_on}
    lines = tuple(_lines(tenures))
    title = gettext("Owners of %(name)s over time", name=name)
    wide, narrow = (
        timeline(
            tenures,
            marks,
            today,
            notes=[_note(each, short=width == NARROW) for each in tenures],
            width=width,
            id="over-time",
            title=title,
            description=" ".join(map(_sentence, lines)),
        )
        for width in (WIDE, NARROW)
    )
    return OverTime(wide, narrow, lines, letters)


def _letters(won: Iterable[PublicAward]) -> dict[tuple[str, str], str]:
    """A letter for each award, the oldest first."""
    dated = sorted({(each.awarded_on, each.ocid, each.award_id) for each in won if each.awarded_on})
    return {(ocid, award): letter_of(place) for place, (_, ocid, award) in enumerate(dated)}


def _lines(tenures: Iterable[Tenure]) -> Iterator[SpanLine]:
    for tenure in tenures:
        for span in tenure.spans:
            yield SpanLine(tenure.name, _held(span.owner, short=False), span.since, span.until)


def _sentence(line: SpanLine) -> str:
    if line.until is None:
        return gettext(
            "%(name)s: %(held)s, since %(since)s.", name=line.name, held=line.held, since=day(line.since)
        )
    return gettext(
        "%(name)s: %(held)s, from %(since)s until %(until)s.",
        name=line.name,
        held=line.held,
        since=day(line.since),
        until=day(line.until),
    )


def _note(tenure: Tenure, *, short: bool) -> str:
    """What is held last, and what before where that was another share."""
    now = _held(tenure.last.owner, short=short)
    before: Span | None = tenure.spans[-2] if len(tenure.spans) > 1 else None
    then = _held(before.owner, short=short) if before else now
    if short or then == now:
        return now
    return gettext("%(now)s, before %(date)s: %(then)s", now=now, date=day(tenure.last.since), then=then)


def _held(owner: Owner, *, short: bool) -> str:
    told = words()
    if owner.economic is not None and owner.economic.high > 0:
        return told.share(owner.economic)
    ways = (
        told.on_line(basis, short=short) if basis in ON_LINE else gettext("votes")
        for basis, _ in owner.controls
    )
    return ", ".join(dict.fromkeys(ways))
