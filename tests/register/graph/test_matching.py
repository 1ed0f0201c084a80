from dataclasses import replace
from datetime import date

from register.graph.lists import Listed, ListKind
from register.graph.matching import Sameness, listed_as
from register.graph.picture import Party, PartyKind

ALFA = Party("a", PartyKind.ENTITY, "Alfa Works Ltd", country="KE", identifiers=(("KE-RCO", "PVT-1"),))
ANA = Party("p", PartyKind.PERSON, "Ana Mwende", birth_month="1980-04")
ENTRY = Listed("1", ListKind.DEBARRED, "ALFA WORKS LIMITED", date(2026, 1, 1), "gazette")


def test_a_body_is_the_one_a_list_means_by_its_number_and_perhaps_by_its_name() -> None:
    assert listed_as(ALFA, replace(ENTRY, numbers=(("ke-rco", "pvt-1"),), name="Other")) is Sameness.IDENTITY
    assert listed_as(ALFA, ENTRY) is Sameness.NAME


def test_another_number_country_or_sort_tells_a_body_apart() -> None:
    assert listed_as(ALFA, replace(ENTRY, numbers=(("KE-RCO", "PVT-2"),))) is None
    assert listed_as(ALFA, replace(ENTRY, country="UG")) is None
    assert listed_as(ALFA, replace(ENTRY, entity=False)) is None


def test_a_person_is_found_under_every_spelling_of_the_list() -> None:
    entry = replace(ENTRY, name="A. Kilonzo", other_names=("Mwende, Ana",), birth_month="1980-04")

    assert listed_as(ANA, entry) is Sameness.NAME_AND_MONTH
    assert listed_as(ANA, replace(entry, entity=True)) is None
    assert listed_as(ANA, replace(entry, birth_month="1991-01")) is None


def test_nobody_is_nobody_on_a_list() -> None:
    assert listed_as(Party("x", PartyKind.UNKNOWN, "Alfa Works Ltd"), ENTRY) is None
