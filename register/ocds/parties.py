"""Who stands behind a reference: name and official number of a buyer, a bidder or a supplier."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from register.ocds.entries import Entries, listed, within, words
from register.ocds.facts import ReachFacts
from register.ocds.fault import Notes, step
from register.ocds.numbers import plain_number, plain_scheme
from register.ocds.persons import is_personal

LONGEST_SCHEME = 60
LONGEST_NUMBER = 120
#: Roles of those who bid, supply or are paid. Source: OCDS 1.1.5, codelist `partyRole`, and its subcontracting extension.
SUPPLYING = frozenset({"tenderer", "supplier", "payee", "subcontractor"})


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A party as one process names it: by its id there, else by its name. `scheme` and `number` are empty when it has no official number."""

    party_id: str
    name: str
    scheme: str
    number: str


@lru_cache
def _plain(schemes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain_scheme(scheme) for scheme in schemes)


class Parties:
    """The parties of one process, to be asked by reference.

    Of several official numbers the first under one of the `schemes` counts (those the jurisdiction knows companies
    by), else the main one.
    """

    def __init__(self, body: Entries, schemes: Collection[str], notes: Notes) -> None:
        self._notes = notes
        self._schemes = _plain(tuple(schemes))
        self._places: dict[str, tuple[str, Entries]] = {}
        #: Scheme, number and name of those that were asked for: most are referred to again and again.
        self._told: dict[str, tuple[str, str, str]] = {}
        for position, party in enumerate(listed(body, "parties")):
            place = step("/parties", position)
            if key := words(party, "id", place, notes):
                self._places.setdefault(key, (place, party))
            else:
                notes.add(place, "This party has no id, so nothing can refer to it.")

    def known(self, reference: Entries) -> bool:
        return words(reference, "id", "", Notes()) in self._places

    def party(self, reference: Entries, place: str) -> PartyFacts:
        """Give who is referred to. Without an entry under `parties`, what the reference itself says is kept."""
        key = words(reference, "id", place, self._notes)
        if key in self._places:
            scheme, number, own = self._told.get(key) or self._tell(key)
        else:
            self._notes.add(place, "This refers to nobody under parties; only what it says itself was kept.")
            (scheme, number), own = self._number(reference, place), ""
        name = own or self._name(reference, place) or key
        if not name:
            self._notes.add(place, "This names nobody and refers to nobody.")
        return PartyFacts(key or name, name, scheme, number)

    def _tell(self, key: str) -> tuple[str, str, str]:
        place, entry = self._places[key]
        told = self._told[key] = (*self._number(entry, place), self._name(entry, place))
        return told

    def name(self, reference: Entries, place: str) -> str:
        """Give a name alone, for a buyer."""
        key = words(reference, "id", place, self._notes)
        where, entry = self._places.get(key, (place, reference))
        return self._name(reference, place) or self._name(entry, where)

    def _name(self, entry: Entries, place: str) -> str:
        legal = words(within(entry, "identifier"), "legalName", step(place, "identifier"), self._notes)
        return words(entry, "name", place, self._notes) or legal

    def _number(self, entry: Entries, place: str) -> tuple[str, str]:
        main = self._written(within(entry, "identifier"), step(place, "identifier"))
        more = step(place, "additionalIdentifiers")
        others = [
            self._written(each, step(more, position))
            for position, each in enumerate(listed(entry, "additionalIdentifiers"))
        ]
        told = [each for each in (main, *others) if each[1]]
        preferred = [each for each in told if each[0] in self._schemes]
        return next(iter((*preferred, *told)), ("", ""))

    def _written(self, identifier: dict[str, Any] | Entries, place: str) -> tuple[str, str]:
        scheme = plain_scheme(words(identifier, "scheme", place, self._notes))
        number = plain_number(scheme, words(identifier, "id", place, self._notes))
        if not number or is_personal(scheme):
            return "", ""
        if not scheme or len(scheme) > LONGEST_SCHEME or len(number) > LONGEST_NUMBER:
            self._notes.add(
                place,
                "A number needs the scheme it was given under, and neither may be overlong; it was left out.",
            )
            return "", ""
        return scheme, number


def reaches_told(body: Entries, notes: Notes) -> tuple[ReachFacts, ...]:
    """Give how each party that bids, supplies or is paid may be reached; those of whom nothing is told are left out."""
    found: dict[str, ReachFacts] = {}
    for position, party in enumerate(listed(body, "parties")):
        place = step("/parties", position)
        key, roles = words(party, "id", place, notes), listed(party, "roles")
        if not key or (roles and not SUPPLYING & {str(role) for role in roles}):
            continue
        contact, address = within(party, "contactPoint"), within(party, "address")
        at, lines = step(place, "address"), ("streetAddress", "locality", "postalCode", "region")
        told = ReachFacts(
            key,
            words(contact, "telephone", step(place, "contactPoint"), notes, 200),
            words(contact, "email", step(place, "contactPoint"), notes, 200),
            ", ".join(filter(None, (words(address, line, at, notes, 200) for line in lines))),
        )
        if told.phone or told.email or told.address:
            found.setdefault(key, told)
    return tuple(found.values())
