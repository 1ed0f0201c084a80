"""How much of a company belongs to people of whom something is so, and whether it is so: of a group, or a citizen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from register.declarations.persons import Group
from register.graph.ages import Born
from register.graph.dossier import PersonDossier
from register.graph.endings import STATES, End, Ending, endings_of, part_of
from register.graph.picture import Party, Picture
from register.graph.shares import Range

#: Whether something is so of an end; None where nobody can tell.
IsSo = Callable[[Ending], bool | None]


@dataclass(frozen=True, slots=True)
class Parted:
    """What belongs to ends of which something is so, is not so, or is not known; all chains together."""

    so: Range
    not_so: Range
    not_known: Range
    #: What belongs to those of whom it is so or may be.
    at_most: Range


def parted(picture: Picture, company: str, is_so: IsSo) -> Parted:
    """Part a company by what is so of those in whom it ends."""
    endings = endings_of(picture, company)
    return Parted(
        so=part_of(endings, lambda each: is_so(each) is True),
        not_so=part_of(endings, lambda each: is_so(each) is False),
        not_known=part_of(endings, lambda each: is_so(each) is None),
        at_most=part_of(endings, lambda each: is_so(each) is not False),
    )


def in_group(
    person: Party, known: PersonDossier, group: Group, on: date, youth_ages: tuple[int, int]
) -> bool | None:
    """Say whether a person is of a group on a day; youth is told by age where that is known (first and last year)."""
    born = Born.told(known.born, person.birth_month)
    if group is Group.YOUTH and born is not None:
        first, last = youth_ages
        if born.greatest_age(on) < first or born.least_age(on) > last:
            return False
        return True if born.least_age(on) >= first and born.greatest_age(on) <= last else None
    return None if known.groups is None else group in known.groups


def is_citizen(party: Party, country: str) -> bool | None:
    """Say whether a person is a citizen of a country, among others perhaps."""
    return country in party.nationalities if party.nationalities else None


def of_citizens(picture: Picture, ending: Ending, country: str) -> bool | None:
    """Say whether an end is a citizen of a country or the state itself; of other bodies nobody can tell."""
    party = picture.parties[ending.party]
    if ending.end is End.NAMED:
        return is_citizen(party, country)
    if ending.end is End.PUBLIC and party.entity_type in STATES:
        return party.country == country if party.country else None
    return None
