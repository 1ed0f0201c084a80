"""The pages as data: each page's address with `.json` gives one of these shapes. The data page describes them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import orjson
from flask import Response, url_for

from register.actions.published_contracts import Figures, PublicAward
from register.flags.flag import Flag, PortfolioFlag
from register.flags.methodology import Methodology
from register.graph.shares import Range
from register.store.published import FoundName, LogEntry
from register.store.published_pages import Declarer
from register.web.public.behind import Behind
from register.web.public.leading import person_identifier
from register.web.public.paging import Page
from register.web.public.shown import ShownCompany
from register.web.public.winners import Winner
from register.web.ruling import RuleLine
from register.web.words import said

if TYPE_CHECKING:
    from register.web.public.people import ShownPerson
    from register.web.public.searching import Result, Results

Shape = dict[str, Any]


def answer(shape: Shape) -> Response:
    """Send a shape as JSON."""
    return Response(orjson.dumps(shape), mimetype="application/json")


def company(seen: ShownCompany) -> Shape:
    """A company on a day, who stands behind it, and what it has won."""
    known = seen.company
    return {
        "id": known.subject,
        "name": known.name,
        "page": _address("public.company", subject=known.subject),
        "statements": _address("public.company_statements", subject=known.subject),
        "country": known.record.jurisdiction.code if known.record.jurisdiction else None,
        "identifiers": [{"scheme": scheme, "id": number} for scheme, number in known.numbers],
        "declaredOn": known.declared_on.isoformat(),
        "declaration": known.latest.statement.declaration,
        "logSequence": known.latest.sequence,
        "asOf": seen.as_of.isoformat(),
        "behind": [_behind(each) for each in seen.behind],
        "contracts": [_award(each) for each in known.awards],
    }


def person(shown: "ShownPerson", as_of: date) -> Shape:
    """A confirmed person and the companies that name them."""
    return {
        "id": shown.identifier,
        "name": shown.name,
        "otherNames": list(shown.other_names),
        "page": _address("public.person", identifier=shown.identifier),
        "asOf": as_of.isoformat(),
        "companies": [
            {
                "id": place.seen.company.subject,
                "name": place.seen.company.name,
                "page": _address("public.company", subject=place.seen.company.subject),
                "interest": _behind(place.behind) if place.behind else None,
                "contracts": [_award(each) for each in place.seen.company.awards],
            }
            for place in shown.places
        ],
    }


def results(found: "Results") -> Shape:
    """A page of what a search found."""
    return {
        "words": found.words,
        "total": found.page.total,
        "page": found.page.number,
        "next": found.page.next,
        "names": [_result(each) for each in found.names],
        "contracts": [_award(each.award) for each in found.contracts],
    }


def contract(won: tuple[Winner, ...]) -> Shape:
    """An awarded contract, its suppliers, and who stands behind them today."""
    first = won[0].award
    return {
        "ocid": first.ocid,
        "tenderId": first.tender_id,
        "title": first.title,
        "buyer": first.buyer,
        "suppliers": [_winner(each) for each in won],
    }


def companies(names: Iterable[FoundName], known: Mapping[str, Declarer], page: Page) -> Shape:
    """A page of the companies that have declared."""
    return {
        **_page(page),
        "companies": [
            {
                "id": each.declaration_subject,
                "name": each.name,
                "page": _address("public.company", subject=each.declaration_subject),
                "identifier": each.identifier,
                "declaredOn": _day(known[each.record_id].declared_on if each.record_id in known else None),
            }
            for each in names
        ],
    }


def contracts(won: tuple[Winner, ...], page: Page) -> Shape:
    """A page of awards, one a supplier, and who stands behind the suppliers today."""
    return {**_page(page), "awards": [_winner(each) for each in won]}


def rule(line: RuleLine) -> dict[str, object]:
    """One threshold or deadline: its value today, and its changes with their days and sources."""
    return {
        "setting": line.setting.name,
        "value": line.value,
        "unit": line.setting.unit,
        "changes": [
            {"value": each.value, "from": each.from_day, "source": each.source} for each in line.changes
        ],
    }


def flag(asked: Flag | PortfolioFlag, method: Methodology) -> Shape:
    """A question the register asks of each tender, or across all of them."""
    return {
        "code": asked.code,
        "version": asked.version,
        "title": asked.title,
        "severity": asked.severity.value,
        "audience": asked.audience.value,
        "across": isinstance(asked, PortfolioFlag),
        "page": _address("public.flag", code=asked.code),
        **{name: getattr(method, name) for name in ("opening", "rule", "why", "source", "example")},
        "leftOut": method.left_out,
    }


def figures(counted: Figures, latest: LogEntry | None, as_of: date) -> Shape:
    """The figures of the start page."""
    return {
        "asOf": as_of.isoformat(),
        "winners": counted.winners,
        "winnersThatDeclared": counted.declared,
        "awards": counted.awards,
        "awardsThatWait": counted.waiting,
        "awardedToDeclared": [_money(value, currency) for currency, value in counted.value],
        "firstAward": _day(counted.since),
        "lastAward": _day(counted.until),
        "logSequence": latest.sequence if latest else 0,
    }


def _page(page: Page) -> Shape:
    return {"total": page.total, "page": page.number, "next": page.next}


def _winner(won: Winner) -> Shape:
    return {
        **_award(won.award),
        "company": won.seen.company.subject if won.seen else None,
        "behind": [_behind(one) for one in won.seen.behind] if won.seen else None,
        "declarationDue": _day(won.due),
    }


def _behind(told: Behind) -> Shape:
    return {
        "kind": told.party.kind.value,
        "name": told.party.name or None,
        "person": person_identifier(told.party),
        "country": told.party.country or None,
        "owner": told.standing.value,
        "share": _share(told.share),
        "ways": [said(way) for way in told.ways],
        "through": list(told.through),
        "since": _day(told.since),
        "declaredLater": _day(told.late),
        "unspecifiedReason": told.party.unspecified_reason or None,
        "statements": list(told.statement_ids),
    }


def _result(found: "Result") -> Shape:
    return {
        "kind": found.kind,
        "name": found.name,
        "page": found.address,
        "identifier": found.identifier,
        "declaredOn": _day(found.declared.declared_on if found.declared else None),
        "namedBy": [{"id": other.subject, "name": other.name} for other in found.others],
    }


def _award(award: PublicAward) -> Shape:
    return {
        "ocid": award.ocid,
        "awardId": award.award_id,
        "tenderId": award.tender_id,
        "title": award.title,
        "buyer": award.buyer,
        "supplier": {"name": award.name, "scheme": award.scheme, "id": award.number},
        "value": _money(award.value, award.currency),
        "awardedOn": _day(award.awarded_on),
    }


def _share(share: Range | None) -> Shape | None:
    if share is None:
        return None
    if share.exact:
        return {"exact": _figure(share.low)}
    low = "exclusiveMinimum" if share.low_excluded else "minimum"
    high = "exclusiveMaximum" if share.high_excluded else "maximum"
    return {low: _figure(share.low), high: _figure(share.high)}


def _money(value: Decimal | None, currency: str | None) -> Shape | None:
    return None if value is None else {"amount": _figure(value), "currency": currency or None}


def _figure(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _address(endpoint: str, **values: str) -> str:
    return url_for(endpoint, _external=False, **values)
