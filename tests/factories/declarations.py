"""Small stories of who owns a company, and random ones for the machine to try."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from bods.codelists import InterestType, UnspecifiedReason
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


# Random drafts --------------------------------------------------------------------------------------------------

PEOPLE = ("ana", "ben", "cate", "dan")
BODIES = ("delta", "echo", "fox", "golf", "hotel")
_CONTROLS = (
    InterestType.APPOINTMENT_OF_BOARD,
    InterestType.OTHER_INFLUENCE_OR_CONTROL,
    InterestType.BOARD_CHAIR,
    InterestType.SENIOR_MANAGING_OFFICIAL,
)
_OF_TRUSTS = (
    InterestType.SETTLOR,
    InterestType.TRUSTEE,
    InterestType.PROTECTOR,
    InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
)


@st.composite
def shares(draw: st.DrawFn, room: Decimal) -> Share | None:
    """A share whose lower bound fits into the room left, exact or a range, or nothing told."""
    low = Decimal(draw(st.integers(0, int(room * 100)))) / 100
    form = draw(st.sampled_from(("exact", "range", "at most", "untold")))
    if form == "untold":
        return None
    if form == "exact":
        return Share.exactly(low) if low else None
    high = Decimal(draw(st.integers(int(low * 100) + 1, 10_000))) / 100 if low < 100 else None
    if high is None:
        return Share.exactly(low)
    if form == "at most":
        return Share.between(None, high, maximum_excluded=draw(st.booleans()))
    return Share.between(
        low, high, minimum_excluded=draw(st.booleans()), maximum_excluded=draw(st.booleans())
    )


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Any declaration that could be signed: chains, branches, ranges, trusts, rings, bodies at the top, no owner."""
    people = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=len(PEOPLE)))
    kinds = draw(
        st.dictionaries(st.sampled_from(BODIES), st.sampled_from(list(EntityKind)), max_size=len(BODIES))
    )
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from([*people, *kinds, SUBJECT]), st.sampled_from([*kinds, SUBJECT])),
            unique=True,
            max_size=12,
        )
    )
    room: dict[tuple[str, str], Decimal] = {}
    holdings: list[Holding] = []
    for holder, of in pairs:
        if holder == of:
            continue
        told = []
        for measure in ("shares", "votes"):
            share = draw(shares(room.setdefault((measure, of), Decimal(100))))
            room[measure, of] -= (share.minimum or Decimal(0)) if share else Decimal(0)
            told.append(share)
        words = _OF_TRUSTS if kinds.get(of) is EntityKind.TRUST else _CONTROLS
        controls = draw(st.lists(st.sampled_from(words), unique=True, max_size=2))
        since = draw(st.none() | st.dates(date(2015, 1, 1), date(2025, 12, 31)))
        holdings.append(Holding(holder, of, told[0], told[1], tuple(controls), since))
    reason = st.builds(NoOwner, st.sampled_from(list(UnspecifiedReason)), st.just("Asked twice in writing."))
    bodies = tuple(
        replace(body(key, kind, numbered=draw(st.booleans())), no_holder=draw(st.none() | reason))
        for key, kind in kinds.items()
    )
    return draft(*holdings, people=tuple(people), bodies=bodies, no_owner=draw(st.none() | reason))


def days(start: date = date(2026, 1, 5)) -> Iterator[date]:
    """One working day after another."""
    return (start + timedelta(days=number) for number in count())
