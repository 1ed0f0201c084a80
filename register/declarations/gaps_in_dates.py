"""Days that cannot be: what ends before it begins, or is told as held before its time has come."""

from collections.abc import Iterator
from datetime import date

from register.declarations.draft import SUBJECT, Draft, Holding
from register.declarations.gap import Gap, Part
from register.declarations.names import names_of
from register.words import N_

#: Ends the place of the days of single interests: "ana.subject.days".
DAYS = "days"
Span = tuple[date | None, date | None]


def date_gaps(draft: Draft, today: date | None = None) -> Iterator[Gap]:
    """Holdings and each of their interests; posts have their own file."""
    names = names_of(draft)
    dissolved = {body.key: body.dissolved for body in draft.entities} | {SUBJECT: draft.company.dissolved}
    for holding in draft.holdings:
        facts = {"holder": names.get(holding.holder, ""), "held": names.get(holding.held, "")}
        spans = _spans(holding)
        place = _place(holding, spans, today)
        if any(ends_before_it_begins(span) for span in spans):
            message = N_("What %(holder)s holds in %(held)s ends before it begins. Correct the days.")
            yield Gap(Part.HOLDINGS, message, place, facts)
        if any(begins_after(span, today) for span in spans):
            message = N_("What %(holder)s holds in %(held)s begins after today. Tell it once it is so.")
            yield Gap(Part.HOLDINGS, message, place, facts)
        end = dissolved.get(holding.held)
        if end and any(until is None or until > end for _since, until in spans):
            message = N_("%(held)s has ceased to exist. Say until when %(holder)s held a part of it.")
            yield Gap(Part.HOLDINGS, message, place, facts, blocks=holding.held != SUBJECT)


def ends_before_it_begins(span: Span) -> bool:
    """Whether a span ends before its first day."""
    since, until = span
    return bool(since and until and until < since)


def _place(holding: Holding, spans: list[Span], today: date | None) -> str:
    """Where the days are corrected: on the page of the holding, or of the days of its interests."""
    amiss = [span for span in spans if ends_before_it_begins(span) or begins_after(span, today)]
    own = f"{holding.holder}.{holding.held}"
    return own if not amiss or amiss[0] == spans[0] else f"{own}.{DAYS}"


def begins_after(span: Span, today: date | None) -> bool:
    """Whether the first day of a span is yet to come."""
    return bool(today and span[0] and span[0] > today)


def _spans(holding: Holding) -> list[Span]:
    told = [(holding.since, holding.until)]
    return told + [((term := holding.term(each.interest)).since, term.until) for each in holding.terms]
