"""More invented suppliers: what they declare is itself something to ask about."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from bods.codelists import InterestType
from register.declarations.draft import SUBJECT, Draft, EntityKind, Post, PostRole
from register.elsewhere.extracts import CompanyStatus, Extract, Party, PartyRole
from register.example.cast import Cast, Someone, Writer
from register.example.names import key


@dataclass(frozen=True, slots=True)
class Oddities:
    """The companies by their part, each with its declaration and its day, and what the companies' registry says of one."""

    declared: Mapping[str, tuple[date, Draft]]
    extracts: tuple[Extract, ...]


def oddities(cast: Cast, today: date, like: Someone) -> Oddities:
    """Make them; they draw on the cast like all others. One is owned by somebody who is nearly called as `like` is."""
    since = today - timedelta(days=1200)
    made = {
        "abroad": (310, _abroad(cast, since)),
        "stale": (430, _stale(cast, since)),
        **{part: (315, draft) for part, draft in _told_apart(cast, like, since).items()},
    }
    declared = {part: (today - timedelta(days=days), draft) for part, (days, draft) in made.items()}
    return Oddities(declared, (_extract(made["stale"][1], today - timedelta(days=60)),))


def _abroad(cast: Cast, since: date) -> Draft:
    """Four companies one above the other, two of them abroad, and at their top a nominee for somebody of elsewhere."""
    director = cast.someone("Jackson Kioko Ndeti")
    writer = Writer.for_company(cast, cast.planted("Kibwezi Towers Ltd"), director.name)
    behind = writer.person(cast.someone("Edwin Harrowgate", nationality="GB", residence="GB"))
    agent = writer.person(cast.someone("Miriam Nthenya Mulwa"))
    agreement = writer.body(cast.body("Agreement about Coral Reach", kind=EntityKind.NOMINEE_AGREEMENT))
    names = (("Coral Reach Invented Ltd", "SC"), ("Harrowgate Invented Ltd", "GB"))
    bodies = [writer.body(cast.body(name, country=country)) for name, country in names]
    bodies += [writer.body(cast.body(name)) for name in ("Nzaui Gate Estates Ltd", "Iveti View Estates Ltd")]
    writer.holds(agent, None, agreement, controls=(InterestType.NOMINEE,), since=since)
    writer.holds(behind, None, agreement, controls=(InterestType.NOMINATOR,), since=since)
    writer.holds(agreement, 100, bodies[0], since=since)
    for above, below in pairwise(bodies):
        writer.holds(above, 90, below, since=since)
    writer.holds(bodies[-1], 60, since=since).holds(writer.person(director), 40, since=since)
    return writer.draft


def _stale(cast: Cast, since: date) -> Draft:
    """One of the two owners would be more than a hundred years old; and nobody has confirmed it for more than a year."""
    daughter, father = cast.someone("Alice Kasyoka Kimeu"), cast.someone("Fredrick Nzuki Kimeu")
    father = replace(father, particulars=replace(father.particulars, birth_date=date(1921, 5, 4)))
    writer = Writer.for_company(cast, cast.planted("Ilima Timber Yard Ltd"), daughter.name)
    return (
        writer.holds(writer.person(daughter), 60, since=since)
        .holds(writer.person(father), 40, since=since)
        .draft
    )


def _told_apart(cast: Cast, like: Someone, since: date) -> dict[str, Draft]:
    """Two with one director and one company above them, of which they tell different things; one holds a part of it."""
    secretary, above = cast.someone("Patrick Musau Kitavi"), cast.someone("Beatrice Ngina Muthama")
    twin = cast.someone("Ester Katumbi Mbuvi")
    born = (like.particulars.birth_date or since).replace(day=15)
    twin = replace(twin, particulars=replace(twin.particulars, birth_date=born))
    parent = cast.body("Kambu Ridge Holdings Ltd")

    one = Writer.for_company(cast, cast.planted("Ukia Borehole Drillers Ltd"), twin.name)
    top = one.body(parent)
    one.holds(one.person(twin), 95, since=since)
    one.holds(one.person(above), 100, top, since=since).holds(top, 5, since=since)
    other = Writer.for_company(cast, cast.planted("Kiima Kiu Concrete Ltd"), secretary.name)
    top = other.body(replace(parent, key=key(cast.rng)))
    other.holds(other.person(above), 70, top, since=since).holds(SUBJECT, 30, top, since=since)
    other.holds(top, 100, since=since)
    return {part: _run_by(writer, secretary) for part, writer in (("like", one), ("circle", other))}


def _run_by(writer: Writer, director: Someone) -> Draft:
    post = Post(writer.person(director), PostRole.BOARD_MEMBER)
    return replace(writer.draft, posts=(post,))


def _extract(draft: Draft, day: date) -> Extract:
    """The registry names a director and shareholder whom the declaration does not."""
    company, owner = draft.company, draft.people[0].full_name
    holders = ((owner, 40), ("Joseph Invented Kimeu", 35), (draft.people[1].full_name, 25))
    return Extract(
        company.scheme,
        company.number,
        company.name,
        CompanyStatus.ACTIVE,
        day,
        "CR12, handed in with a bid",
        (
            Party(PartyRole.DIRECTOR, owner),
            *(Party(PartyRole.SHAREHOLDER, name, Decimal(shares)) for name, shares in holders),
        ),
    )
