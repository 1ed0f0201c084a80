"""What is missing or contradictory in what a draft says of companies and other bodies."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from register.declarations.draft import (
    AGREEMENTS,
    OF_A_STATE,
    SUBJECT,
    Draft,
    EntityAnswer,
    EntityKind,
    Listing,
    StateBodyKind,
)
from register.declarations.gap import Gap, Part
from register.declarations.nobody import not_sought
from register.words import N_

_WEB = re.compile(r"https?://[^\s]+")
_ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")
#: Kinds above which nobody has to be named.
OWNERLESS = frozenset({EntityKind.LISTED, *OF_A_STATE})


def company_gaps(draft: Draft, today: date | None = None) -> Iterator[Gap]:
    """The declaring company itself."""
    company = draft.company
    if not company.name.strip():
        yield Gap(Part.COMPANY, N_("Enter the company's registered name."))
    if not company.country:
        yield Gap(Part.COMPANY, N_("Choose the country where the company is registered."))
    if not (company.scheme and company.number.strip()):
        yield Gap(Part.COMPANY, N_("Enter the company's registration number."))
    if company.kind in AGREEMENTS:
        yield Gap(Part.COMPANY, N_("An agreement cannot declare. Choose what kind of body the company is."))
    yield from _of_kind(company, Part.COMPANY, "", today)
    yield from _members(draft, SUBJECT, company, Part.COMPANY, "")


def bodies_gaps(draft: Draft, today: date | None = None) -> Iterator[Gap]:
    """Each body of the chain."""
    held = {holding.held for holding in draft.holdings}
    for body in draft.entities:
        facts = {"name": body.name}
        if body.kind in AGREEMENTS:
            continue
        if not body.name.strip():
            yield Gap(Part.BODIES, N_("Enter the name of the company or body."), body.key)
        if not body.country:
            yield Gap(Part.BODIES, N_("Choose the country of %(name)s."), body.key, facts)
        if body.key not in held:
            yield from _with_nobody_above(body)
        elif body.no_holder:
            message = N_(
                "You named somebody above %(name)s and also said that nobody can be named. Keep one."
            )
            yield Gap(Part.BODIES, message, body.key, facts)
        yield from _of_kind(body, Part.BODIES, body.key, today)
        yield from _members(draft, body.key, body, Part.BODIES, body.key)
    yield from _same_number(draft)


def _with_nobody_above(body: EntityAnswer) -> Iterator[Gap]:
    facts = {"name": body.name}
    if body.no_holder and not_sought(body.no_holder):
        message = N_("Say what you did to find out who owns %(name)s, or why you could do nothing.")
        yield Gap(Part.BODIES, message, f"{body.key}.above", facts, needs_page=True)
    if body.no_holder or body.kind in OWNERLESS:
        return
    if body.kind is EntityKind.TRUST:
        yield Gap(Part.BODIES, N_("Name the people behind %(name)s, or say why you cannot."), body.key, facts)
    else:
        yield Gap(Part.BODIES, N_("Say who owns %(name)s, or why nobody can be named."), body.key, facts)


def _of_kind(body: EntityAnswer, part: Part, place: str, today: date | None) -> Iterator[Gap]:
    facts = {"name": body.name}
    for wrong, message, blocks in _WRONGS:
        if wrong(body, today):
            yield Gap(part, message, place, facts, blocks=blocks, needs_page=wrong is _unlisted)


def _unlisted(body: EntityAnswer, _today: date | None) -> bool:
    told = body.listing or Listing()
    place = told.exchange and told.country and told.ticker
    return body.kind is EntityKind.LISTED and not (told.filings_url or place or told.unknown.strip())


def _wrong_address(body: EntityAnswer, _today: date | None) -> bool:
    filings = body.listing.filings_url if body.listing else ""
    return bool(filings) and not _WEB.fullmatch(filings)


def _wrong_isin(body: EntityAnswer, _today: date | None) -> bool:
    isin = body.listing.isin if body.listing else ""
    return bool(isin) and not _ISIN.fullmatch(isin)


def _kind_of_state_body(body: EntityAnswer, _today: date | None) -> bool:
    return body.kind is EntityKind.GOVERNMENT and body.state_body is None


def _no_statute(body: EntityAnswer, _today: date | None) -> bool:
    made_by_law = body.kind is EntityKind.GOVERNMENT and body.state_body is StateBodyKind.CORPORATION
    return made_by_law and not body.statute.strip()


def _ends_before_it_begins(body: EntityAnswer, _today: date | None) -> bool:
    return bool(body.founded and body.dissolved and body.dissolved < body.founded)


def _not_yet(body: EntityAnswer, today: date | None) -> bool:
    days = [day for day in (body.founded, body.dissolved) if day]
    return today is not None and any(day > today for day in days)


def _unsaid(body: EntityAnswer, _today: date | None) -> bool:
    return body.kind is EntityKind.OTHER and not body.local_kind.strip()


_WRONGS: tuple[tuple[Callable[[EntityAnswer, date | None], bool], str, bool], ...] = (
    (
        _unlisted,
        N_(
            "Say on which stock exchange %(name)s is listed, or where its filings can be read, or why you do not know."
        ),
        True,
    ),
    (_wrong_address, N_("The address of the filings of %(name)s has to begin with https://."), True),
    (_wrong_isin, N_("The ISIN of %(name)s has twelve letters and figures. Correct it."), True),
    (
        _kind_of_state_body,
        N_("Say whether %(name)s is a department, an agency or a state corporation."),
        False,
    ),
    (_no_statute, N_("Say which law made %(name)s."), False),
    (
        _ends_before_it_begins,
        N_("%(name)s ceased to exist before it was founded. Correct the days."),
        True,
    ),
    (
        _not_yet,
        N_("A day told for %(name)s has not come yet: when it was founded, or ceased. Correct it."),
        True,
    ),
    (_unsaid, N_("Say what kind of body %(name)s is."), False),
)


def _members(draft: Draft, key: str, body: EntityAnswer, part: Part, place: str) -> Iterator[Gap]:
    facts = {"name": body.name}
    owners = [
        each for each in draft.holdings if each.held == key and (each.shares or each.votes) and not each.until
    ]
    if body.kind is EntityKind.SOLE_TRADER and len(owners) > 1:
        message = N_("A sole trader has one owner. Remove the others of %(name)s, or choose another kind.")
        yield Gap(part, message, place, facts)
    if body.kind is EntityKind.PARTNERSHIP and len(owners) == 1:
        message = N_("A partnership has two partners or more. Name the others of %(name)s.")
        yield Gap(part, message, place, facts, blocks=False)
    still = [each for each in draft.holdings if each.holder == key and not each.until]
    if body.dissolved and still and key != SUBJECT:
        message = N_("%(name)s has ceased to exist. Say until when it held what it held.")
        yield Gap(part, message, place, facts)


def _same_number(draft: Draft) -> Iterator[Gap]:
    seen: dict[tuple[str, str], str] = {}
    for body in (draft.company, *draft.entities):
        number = (body.scheme, body.number.strip().casefold())
        if not all(number):
            continue
        if number in seen:
            message = N_("%(name)s and %(other)s have the same number. Name each body once.")
            yield Gap(Part.BODIES, message, body.key, {"name": body.name, "other": seen[number]})
        seen.setdefault(number, body.name)
