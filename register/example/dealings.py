"""More invented suppliers for officers to ask about: barred, founded anew, kin of officials, in one hand across tenders."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from register.declarations.draft import Draft, EntityAnswer, Exposure, Group, Post, PostRole, Tie
from register.elsewhere.lists.line import ListLine
from register.example.cast import Cast, Someone, Writer
from register.ocds.officials import RelativeLine

Declared = tuple[date, Draft]


@dataclass(frozen=True, slots=True)
class Dealings:
    """The companies by their part, each with its declaration, and what the county's lists say of their people."""

    declared: Mapping[str, Declared]
    #: Behind two suppliers that never bid against each other.
    in_one_hand: Someone
    #: The husband or wife of an official.
    relative: RelativeLine
    debarred: tuple[ListLine, ...]
    exposed: tuple[ListLine, ...]


def dealings(cast: Cast, today: date) -> Dealings:
    """Make them; names of the companies are taken from the cast's free ones."""
    since = today - timedelta(days=1100)
    hand = cast.someone("Esther Katumbi Mbuvi")
    made = {**_in_one_hand(cast, hand, today, since), **_reserved(cast, today, since)}

    barred = cast.someone("Onesmus Makau Kithome")
    old, new = cast.planted("Ivingoni Old Bridge Works Ltd"), cast.planted("Kitise Culverts and Roads Ltd")
    new = replace(new, founded=today - timedelta(days=170))
    made["barred"] = _owned(cast, old, today, 300, ((barred, 100),), since)
    made["successor"] = _owned(
        cast, new, today, 160, ((barred, 75), (cast.someone(), 25)), new.founded or since
    )

    councillor = cast.someone("Purity Ndinda Mulwa")
    office = Exposure(
        Tie.SELF, "Member of the invented county assembly", "Assembly of the invented county", "KE"
    )
    office = replace(office, since=today - timedelta(days=700))
    councillor = replace(
        councillor, particulars=replace(councillor.particulars, exposed=True, exposures=(office,))
    )
    wife = cast.someone("Rael Kavata Ngumbau")
    shop = cast.planted("Mukaa General Supplies Ltd")
    # Two bidders with one telephone and one box.
    depot = replace(cast.planted("Tulimani Depot Ltd"), phone=shop.phone, postal_address=shop.postal_address)
    made["exposed"] = _owned(cast, shop, today, 250, ((councillor, 60), (cast.someone(), 40)), since)
    made["family"] = _owned(cast, depot, today, 245, ((wife, 100),), since)

    private = wife.particulars
    return Dealings(
        made,
        hand,
        RelativeLine(wife.name, "spouse", private.document_scheme, private.document_number),
        debarred=(
            ListLine(
                "INV-2", old.name, entity=True, country="KE", numbers=((old.scheme, old.number),),
                by="Invented board of public procurement", reason="False papers in an invented tender",
                since=today - timedelta(days=230), until=today + timedelta(days=865),
            ),
            ListLine(
                "INV-1", "Kambu Invented Quarries Ltd", entity=True, country="KE",
                by="Invented board of public procurement", reason="Left an invented road unfinished",
                since=today - timedelta(days=1300), until=today - timedelta(days=205),
            ),
        ),
        exposed=(
            ListLine(
                "P-1", councillor.name, entity=False, country="KE", by="Assembly of the invented county",
                document_scheme=councillor.particulars.document_scheme,
                document_number=councillor.particulars.document_number, since=office.since,
            ),
            ListLine("P-2", "Ezekiel Kaluki Nthusi", entity=False, country="KE", born="1961-02",
                     by="Assembly of the invented county", since=date(2022, 9, 1)),
        ),
    )  # fmt: skip


def _in_one_hand(cast: Cast, owner: Someone, today: date, since: date) -> dict[str, Declared]:
    """One person behind two suppliers that never bid against each other."""
    partner = cast.someone()
    return {
        "water1": _owned(cast, cast.planted("Kikumbulyu Pumps Ltd"), today, 330, ((owner, 100),), since),
        "water2": _owned(
            cast, cast.planted("Masongaleni Pipes Ltd"), today, 325, ((owner, 95), (partner, 5)), since
        ),
    }


def _reserved(cast: Cast, today: date, since: date) -> dict[str, Declared]:
    """Suppliers of the groups for which part of public buying is reserved."""

    def someone(name: str, born: date, *groups: Group) -> Someone:
        one = cast.someone(name)
        number = "NCPWD-INVENTED-17" if Group.DISABILITY in groups else ""
        private = replace(
            one.particulars, birth_date=born, groups=frozenset(groups), disability_number=number
        )
        return replace(one, particulars=private)

    people = {
        "women1": ("Mavindini Tailoring Ltd", someone("Faith Mwende Nzioka", date(1979, 4, 2), Group.WOMEN)),
        "women2": ("Kitise Stationery Ltd", someone("Agnes Wanza Mativo", date(1984, 11, 20), Group.WOMEN)),
        "youth1": ("Kalamba Cabling Ltd", someone("Daniel Munyao Ndeti", date(2001, 6, 9), Group.YOUTH)),
        "both": (
            "Nguu Web and Print Ltd",
            someone("Boniface Kilonzi Mutiso", date(2000, 8, 14), Group.YOUTH, Group.DISABILITY),
        ),
        "able1": ("Kee Signs Ltd", someone("Peter Mwanzia Maingi", date(1988, 1, 30), Group.DISABILITY)),
    }
    return {
        part: _owned(cast, cast.planted(name), today, 320, ((one, 100),), since)
        for part, (name, one) in people.items()
    }


def _owned(
    cast: Cast, company: EntityAnswer, today: date, days_ago: int, owners: tuple[tuple[Someone, int], ...], since: date
) -> Declared:  # fmt: skip
    """The company as owned by these people in these percents; the first of them is its director."""
    writer = Writer.for_company(cast, company, owners[0][0].name)
    keys = [writer.person(one) for one, _ in owners]
    for key, (_, share) in zip(keys, owners, strict=True):
        writer.holds(key, share, since=since)
    director = Post(keys[0], PostRole.BOARD_MEMBER)
    return today - timedelta(days=days_ago), replace(writer.draft, posts=(director,))
