"""Who an old person is: names, type, and the reasons why something is not told."""

from typing import Any

import pytest

from tests.bods.upgrade.olds import new, person, told


def _names(*names: object) -> list[Any]:
    return new(person(names=list(names)))["ana"]["recordDetails"].get("names")


@pytest.mark.parametrize(
    ("old", "today"), [("individual", "legal"), ("birth", "birth"), ("transliteration", "transliteration")]
)
def test_a_kind_of_name_has_its_word_of_today(old: str, today: str) -> None:
    assert _names({"type": old, "fullName": "Ana"}) == [{"type": today, "fullName": "Ana"}]
    assert told(person(names=[{"type": old, "fullName": "Ana"}])) == set()


@pytest.mark.parametrize("old", ["alias", "aka", "nick"])
def test_names_that_0_1_told_apart_are_alternative_and_told(old: str) -> None:
    assert _names({"type": old, "fullName": "Ana"}) == [{"type": "alternative", "fullName": "Ana"}]
    assert told(person(names=[{"type": old, "fullName": "Ana"}])) == {("/0/names/0", "type")}


def test_a_full_name_is_put_together_from_its_parts() -> None:
    parts = {"familyName": "Example", "givenName": "Ana", "patronymicName": "Wanza"}

    assert _names(parts) == [{**parts, "fullName": "Ana Wanza Example"}]
    assert told(person(names=[parts])) == {("/0/names/0", "fullName")}


def test_a_name_without_any_part_is_left_out_and_told() -> None:
    assert _names({"type": "legal"}, {"fullName": "Ana"}) == [{"fullName": "Ana"}]
    assert told(person(names=[{"type": "legal"}, {"fullName": "Ana"}])) == {("/0/names/0", "names")}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, "knownPerson"),
        ({"names": []}, "unknownPerson"),
        ({"names": [], "identifiers": [{"schemeName": "L"}]}, "knownPerson"),
    ],
)
def test_a_person_without_a_type_is_known_when_there_is_a_name_or_a_number(
    fields: dict[str, Any], kind: str
) -> None:
    given = person(**fields)
    del given["personType"]

    assert new(given)["ana"]["recordDetails"]["personType"] == kind
    assert told(given) == {("/0", "personType")}


def test_a_person_who_is_withheld_keeps_the_reason() -> None:
    details = {
        "reason": "interested-party-exempt-from-disclosure",
        "description": "Protected.",
        "court": "Wote",
    }
    given = person(personType="anonymousPerson", names=[], unspecifiedPersonDetails=details)

    assert new(given)["ana"]["recordDetails"]["unspecifiedPersonDetails"] == {
        **details,
        "reason": "interestedPartyExemptFromDisclosure",
    }
    assert told(given) == set()


def test_a_reason_that_nobody_knows_is_unknown_and_its_word_the_description() -> None:
    given = person(unspecifiedPersonDetails={"reason": "shyness"})

    assert new(given)["ana"]["recordDetails"]["unspecifiedPersonDetails"] == {
        "reason": "unknown",
        "description": "shyness",
    }
    assert told(given) == {("/0/unspecifiedPersonDetails", "reason")}


def test_a_reason_of_0_1_beside_one_of_0_2_is_told() -> None:
    given = person(unspecifiedPersonDetails={"reason": "unknown"}, missingInfoReason="Because.")

    assert told(given) == {("/0", "missingInfoReason")}


def test_where_somebody_lives_and_names_that_are_of_no_known_form_are_told() -> None:
    given = person(names="Ana", placeOfResidence="Wote", addresses=7, nationalities=["Kenya", 5])

    written = new(given)["ana"]["recordDetails"]

    assert written["nationalities"] == [{"name": "Kenya"}]
    assert {"names", "addresses"}.isdisjoint(written)
    assert told(given) == {
        ("/0", "names"),
        ("/0", "placeOfResidence"),
        ("/0", "addresses"),
        ("/0/nationalities/0", "nationalities"),
        ("/0/nationalities/1", "nationalities"),
    }
