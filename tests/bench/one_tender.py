"""Tenders of six bidders below chains of six companies: one of which no more is known, and one whose flags can all be judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sqlalchemy.orm import Session

from register.declarations.draft import SUBJECT, Draft
from register.declarations.persons import Particulars
from register.graph.lists import ListKind
from register.store import lists
from register.store.lists import NewListed
from tests.factories.declarations import body, draft, held, person, private
from tests.factories.declaring import Supplier, supplier
from tests.factories.tenders import NOW, keep_officials, keep_owners, keep_tender

BIDDERS, DEPTH = 6, 6
SINCE, CLOSES = date(2024, 5, 6), date(2026, 3, 6)
#: People on each list, of whom nobody is behind a bidder.
LISTED = 60
FIRST = ("Ana", "Juma", "Zawadi", "Kioko", "Mutheu", "Nduku", "Wambua", "Syombua")
LAST = ("Mwikali", "Musyoka", "Kilonzo", "Nzioka", "Mutiso", "Ndeti", "Muthama", "Katiku", "Makau")


@dataclass(frozen=True, slots=True)
class Kept:
    """The tender's ocid, its first bidder, and what that bidder will declare anew."""

    ocid: str
    first: Supplier
    anew: Draft

    def tell_anew(self, session: Session) -> None:
        """The first bidder declares that a friend has a little less of it."""
        replace(self.first, session=session).declare(self.anew)


def keep_chains(session: Session) -> str:
    """Keep a tender of which no more is known than chains: six bidders below five companies each. Gives its ocid."""
    bidders = tuple(f"bidder{number}" for number in range(BIDDERS))
    for number, bidder in enumerate(bidders):
        chain = [bidder, *(f"{bidder}over{step}" for step in range(1, DEPTH)), f"Owner {max(number, 1)}"]
        keep_owners(session, *((above, below, 90) for below, above in pairwise(chain)))
    return keep_tender(session, bids={"wing": bidders}, now=NOW)


def keep(session: Session) -> Kept:
    """Keep the tender. One person is behind two bidders, and behind a company that does not bid."""
    keep_officials(session, *(f"Officer {each}" for each in _names(LISTED)))
    for kind in (ListKind.DEBARRED, ListKind.EXPOSED):
        listed = [NewListed(key=f"{kind}{place}", name=each) for place, each in enumerate(_names(LISTED))]
        lists.add(session, kind, date(2026, 1, 5), "Gazette 3", listed, now=NOW)
    chains = [_chain(session, f"bidder{number}", f"owner{max(number, 1)}") for number in range(BIDDERS)]
    sister = supplier(session, "sister")
    sister.declare(_told([sister], "owner1"))
    bids = {"roof": [chain[0].company.number.lower() for chain in chains]}
    ocid = keep_tender(session, bids=bids, closes=CLOSES, now=NOW)
    return Kept(ocid, chains[0][0], _told(chains[0], "owner1", rest=9))


def _chain(session: Session, name: str, owner: str) -> list[Supplier]:
    """A bidder below five companies; it and every second of them declare all that stands above them."""
    links = [supplier(session, f"{name}x{step}") for step in range(DEPTH)]
    for step in range(0, DEPTH, 2):
        links[step].declare(_told(links[step:], owner))
    return links


def _told(links: list[Supplier], owner: str, rest: int = 10) -> Draft:
    """The first of these companies tells who owns it: the next, and so on to the owner; a friend has the rest."""
    friend = f"friend{links[0].company.id}"
    above = tuple(
        replace(body(f"up{each.company.id}"), name=each.company.name, number=each.company.number)
        for each in links[1:]
    )
    holders = (*(each.key for each in above), owner)
    chain = (held(up, 90, of, since=SINCE) for of, up in pairwise((SUBJECT, *holders)))
    people = tuple(person(key, _name(key)) for key in (owner, friend))
    told = draft(*chain, held(friend, rest, since=SINCE), people=people, bodies=above)
    return replace(told, particulars={key: _private(key) for key in (owner, friend)})


def _private(key: str) -> Particulars:
    return replace(
        private(key, document_number=f"7{_place(key):07}"), birth_date=date(1950 + _place(key) % 50, 3, 4)
    )


def _place(key: str) -> int:
    digits = "".join(each for each in key if each.isdigit())
    return int(digits) + (1000 if key.startswith("owner") else 0)


def _name(key: str) -> str:
    place = _place(key)
    return f"{FIRST[place % len(FIRST)]} {LAST[place % len(LAST)]} {key.title()}"


def _names(many: int) -> Iterator[str]:
    return (f"{LAST[each % len(LAST)]} Listed{each}" for each in range(many))
