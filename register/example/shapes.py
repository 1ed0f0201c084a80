"""Every shape of ownership that a declaration can tell, each as a small made-up case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bods.codelists import InterestType, UnspecifiedReason
from bods.shares import Share
from register.declarations.draft import Draft, EntityAnswer, EntityKind, Listing, NoOwner, Post, PostRole
from register.example.cast import Cast, Writer
from register.example.names import HOLDINGS, PLACES

Shape = Callable[[Cast, EntityAnswer], Draft]


def _since(cast: Cast) -> date:
    return date(2018 + cast.rng.randrange(6), 1 + cast.rng.randrange(12), 1 + cast.rng.randrange(28))


def _holding_name(cast: Cast) -> str:
    free = [name for name in HOLDINGS if name not in cast.companies]
    name = cast.rng.choice(free) if free else f"{cast.rng.choice(PLACES)} Holdings {len(cast.companies)} Ltd"
    cast.companies.add(name)
    return name


def _writer(cast: Cast, company: EntityAnswer) -> tuple[Writer, str]:
    first = cast.someone()
    writer = Writer.for_company(cast, company, first.name)
    return writer, writer.person(first)


def sole_owner(cast: Cast, company: EntityAnswer) -> Draft:
    """One person holds everything."""
    writer, owner = _writer(cast, company)
    return writer.holds(owner, 100, since=_since(cast)).draft


def partners(cast: Cast, company: EntityAnswer) -> Draft:
    """Two or three people share it."""
    writer, owner = _writer(cast, company)
    second, third = writer.person(cast.someone()), writer.person(cast.someone())
    since = _since(cast)
    return (
        writer.holds(owner, 51, since=since)
        .holds(second, "33.5", since=since)
        .holds(third, "15.5", since=since)
        .draft
    )


def ranges(cast: Cast, company: EntityAnswer) -> Draft:
    """Shares known as ranges only, and one without a starting day."""
    writer, owner = _writer(cast, company)
    second = writer.person(cast.someone())
    writer.holds(owner, Share.between(50, 75, minimum_excluded=True), since=_since(cast))
    return writer.holds(second, Share.between(25, 50)).draft


def holding_company(cast: Cast, company: EntityAnswer) -> Draft:
    """Two people behind one company that owns most of it, and one who holds the rest."""
    writer, owner = _writer(cast, company)
    second, third = writer.person(cast.someone()), writer.person(cast.someone())
    between = writer.body(cast.body(_holding_name(cast)))
    since = _since(cast)
    writer.holds(owner, 60, between, since=since).holds(second, 40, between, since=since)
    return writer.holds(between, 70, since=since).holds(third, 30, since=since).draft


def deep_chain(cast: Cast, company: EntityAnswer) -> Draft:
    """A chain of four companies, the topmost abroad."""
    writer, owner = _writer(cast, company)
    abroad = writer.body(cast.body(f"{cast.rng.choice(PLACES)} Overseas Limited", country="GB"))
    bodies = [abroad, *(writer.body(cast.body(_holding_name(cast))) for _ in range(3))]
    since = _since(cast)
    writer.holds(owner, 90, abroad, since=since)
    for above, below in pairwise(bodies):
        writer.holds(above, 80, below, since=since)
    return (
        writer.holds(bodies[-1], 75, since=since).holds(writer.person(cast.someone()), 25, since=since).draft
    )


def branches(cast: Cast, company: EntityAnswer) -> Draft:
    """One person who holds directly and through two companies."""
    writer, owner = _writer(cast, company)
    other = writer.person(cast.someone())
    left, right = writer.body(cast.body(_holding_name(cast))), writer.body(cast.body(_holding_name(cast)))
    since = _since(cast)
    writer.holds(owner, 100, left, since=since).holds(owner, 50, right, since=since).holds(
        other, 50, right, since=since
    )
    return (
        writer.holds(left, 40, since=since).holds(right, 40, since=since).holds(owner, 20, since=since).draft
    )


def cross_holding(cast: Cast, company: EntityAnswer) -> Draft:
    """Two companies that own parts of each other."""
    writer, owner = _writer(cast, company)
    other = writer.person(cast.someone())
    left, right = writer.body(cast.body(_holding_name(cast))), writer.body(cast.body(_holding_name(cast)))
    since = _since(cast)
    writer.holds(owner, 70, left, since=since).holds(right, 30, left, since=since)
    writer.holds(other, 60, right, since=since).holds(left, 40, right, since=since)
    return writer.holds(left, 55, since=since).holds(right, 45, since=since).draft


def control_only(cast: Cast, company: EntityAnswer) -> Draft:
    """One person holds the shares, another appoints most of the board."""
    writer, owner = _writer(cast, company)
    other = writer.person(cast.someone())
    since = _since(cast)
    writer.holds(
        other,
        None,
        controls=(InterestType.APPOINTMENT_OF_BOARD, InterestType.OTHER_INFLUENCE_OR_CONTROL),
        since=since,
    )
    return writer.holds(owner, 100, votes=Share.exactly(40), since=since).draft


def county_body(cast: Cast, company: EntityAnswer) -> Draft:
    """The county itself holds most of it."""
    writer, owner = _writer(cast, company)
    county = writer.body(cast.body("Invented County Development Authority", kind=EntityKind.GOVERNMENT))
    since = _since(cast)
    return writer.holds(county, 80, since=since).holds(owner, 20, since=since).draft


def listed_parent(cast: Cast, company: EntityAnswer) -> Draft:
    """Most of it belongs to a company listed on a stock exchange."""
    writer, owner = _writer(cast, company)
    listed = cast.body(f"{cast.rng.choice(PLACES)} Industries PLC", kind=EntityKind.LISTED)
    parent = writer.body(replace(listed, listing=Listing("Invented Exchange", "KE", listed.name[:4].upper())))
    since = _since(cast)
    return writer.holds(parent, 85, since=since).holds(owner, 15, since=since).draft


def family_trust(cast: Cast, company: EntityAnswer) -> Draft:
    """A trust holds it: one person made it, another keeps it, a third benefits."""
    writer, settlor = _writer(cast, company)
    trustee, heir = writer.person(cast.someone()), writer.person(cast.someone())
    trust = writer.body(cast.body(f"The {cast.rng.choice(PLACES)} Family Trust", kind=EntityKind.TRUST))
    since = _since(cast)
    writer.holds(settlor, None, trust, controls=(InterestType.SETTLOR,), since=since)
    writer.holds(trustee, None, trust, controls=(InterestType.TRUSTEE,), since=since)
    writer.holds(heir, None, trust, controls=(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,), since=since)
    return writer.holds(trust, 100, since=since).draft


def many_small(cast: Cast, company: EntityAnswer) -> Draft:
    """Fifteen members, nobody near the threshold: no beneficial owner, and the reason is given."""
    writer, manager = _writer(cast, company)
    return replace(
        writer.draft,
        posts=(Post(manager, PostRole.SENIOR_MANAGING_OFFICIAL),),
        no_owner=NoOwner(
            UnspecifiedReason.NO_BENEFICIAL_OWNERS,
            "Fifteen members hold less than 7 % each and vote one by one",
        ),
    )


def could_not_find_out(cast: Cast, company: EntityAnswer) -> Draft:
    """The company asked and got no answer."""
    writer, manager = _writer(cast, company)
    return replace(
        writer.draft,
        posts=(Post(manager, PostRole.SENIOR_MANAGING_OFFICIAL),),
        no_owner=NoOwner(
            UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER,
            "Two shareholders abroad did not reply to our letters",
            "Letters in January and February, and a search in the register of their country",
        ),
    )


ALL: tuple[Shape, ...] = (
    sole_owner,
    partners,
    ranges,
    holding_company,
    deep_chain,
    branches,
    cross_holding,
    control_only,
    county_body,
    listed_parent,
    family_trust,
    many_small,
    could_not_find_out,
)
