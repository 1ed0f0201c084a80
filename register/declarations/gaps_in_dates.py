"""Days that cannot be: what ends before it begins, or is told as held before its time has come."""

from collections.abc import Iterator
from datetime import date

from register.declarations.draft import SUBJECT, Draft, Holding
from register.declarations.gap import Gap, Part
from register.declarations.names import names_of
from register.words import N_

Span = tuple[date | None, date | None]


def date_gaps(draft: Draft, today: date | None = None) -> Iterator[Gap]:
    """Holdings and each of their interests; posts have their own file."""
    names = names_of(draft)
    dissolved = {body.key: body.dissolved for body in draft.entities} | {SUBJECT: draft.company.dissolved}
    for holding in draft.holdings:
        place = f"{holding.holder}.{holding.held}"
        facts = {"holder": names.get(holding.holder, ""), "held": names.get(holding.held, "")}
        spans = _spans(holding)
        if any(ends_before_it_begins(span) for span in spans):
            message = N_("What %(holder)s holds in %(held)s ends before it begins. Correct the days.")
            yield Gap(Part.HOLDINGS, message, place, facts)
        if today and any(since and since > today for since, _until in spans):
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


def _spans(holding: Holding) -> list[Span]:
    told = [(holding.since, holding.until)]
    return told + [((term := holding.term(each.interest)).since, term.until) for each in holding.terms]
