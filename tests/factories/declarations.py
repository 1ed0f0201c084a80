"""Small stories of who owns a company, and random ones for the machine to try."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.draft import (
    SUBJECT,
    Declarant,
    Draft,
    EntityAnswer,
    EntityKind,
    Holding,
    NoOwner,
    Particulars,
    PersonAnswer,
)
from register.declarations.stakes import Law

KENYA = Law(Decimal(10), Decimal(50))
ALFA = EntityAnswer(SUBJECT, "Alfa Builders Ltd", EntityKind.COMPANY, "KE", "KE-RCO", "PVT-ALFA01")


def person(key: str, full_name: str = "", nationality: str = "KE", residence: str = "KE") -> PersonAnswer:
    return PersonAnswer(key, full_name or key.title(), nationality, residence)


def private(key: str, **changes: str) -> Particulars:
    """Particulars that are easy to find again should they leak."""
    particulars = Particulars(
        document_scheme="KEN-IDCARD",
        document_number=f"9{sum(map(ord, key)):07}",
        birth_date=date(1980, 2, 29),
        tax_number=f"A{sum(map(ord, key)):09}Z",
        phone=f"+2547{sum(map(ord, key)):08}",
        email=f"{key}@canary.example",
        home_address=f"Canary house of {key}, plot 77, Wote",
    )
    return replace(particulars, **changes)


def body(key: str, kind: EntityKind = EntityKind.COMPANY, *, numbered: bool = True) -> EntityAnswer:
    scheme, number = ("KE-RCO", f"PVT-{key.upper()}") if numbered else ("", "")
    return EntityAnswer(key, f"{key.title()} Holdings Ltd", kind, "KE", scheme, number)


def held(
    holder: str,
    percent: Share | int | str | None,
    of: str = SUBJECT,
    *,
    votes: Share | int | str | None = None,
    controls: tuple[InterestType, ...] = (),
    since: date | None = None,
) -> Holding:
    return Holding(holder, of, _share(percent), _share(votes), controls, since)


def _share(percent: Share | int | str | None) -> Share | None:
    return percent if percent is None or isinstance(percent, Share) else Share.exactly(percent)


def draft(
    *holdings: Holding,
    people: tuple[PersonAnswer | str, ...] = (),
    bodies: tuple[EntityAnswer | str, ...] = (),
    no_owner: NoOwner | None = None,
    company: EntityAnswer = ALFA,
) -> Draft:
    """A complete draft: people and bodies may be given by their keys alone."""
    named = tuple(person(each) if isinstance(each, str) else each for each in people)
    return Draft(
        company=company,
        declarant=Declarant("Grace Wanza", "Director"),
        people=named,
        entities=tuple(body(each) if isinstance(each, str) else each for each in bodies),
        holdings=holdings,
        no_owner=no_owner,
        particulars={each.key: private(each.key) for each in named},
    )


def ids(prefix: str = "statement") -> Iterator[str]:
    """Statement identifiers that tell their order."""
    return (f"{prefix}-{number:032}" for number in count(1))


def days(start: date = date(2026, 1, 5)) -> Iterator[date]:
    """One working day after another."""
    return (start + timedelta(days=number) for number in count())
