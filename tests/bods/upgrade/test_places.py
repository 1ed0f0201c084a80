"""Countries get their names, and addresses keep the uses that 0.4 has for them."""

import pytest

from tests.bods.upgrade.olds import company, new, person, told


def _jurisdiction(given: object, field: str = "incorporatedInJurisdiction") -> object:
    return new(company(**{field: given}))["alfa"]["recordDetails"].get("jurisdiction")


@pytest.mark.parametrize(
    ("code", "name"),
    [("KE", "Kenya"), ("ke", "Kenya"), ("TZ", "Tanzania"), ("US-DE", "Delaware"), ("KE-23", "Makueni")],
)
def test_a_code_alone_gets_the_name_that_iso_3166_has_for_it(code: str, name: str) -> None:
    assert _jurisdiction({"code": code}) == {"name": name, "code": code}
    assert told(company(jurisdiction={"code": code})) == set()


def test_a_code_that_nobody_has_is_the_name_too_and_told() -> None:
    assert _jurisdiction({"code": "QQ-99"}) == {"name": "QQ-99", "code": "QQ-99"}
    assert told(company(jurisdiction={"code": "QQ-99"})) == {("/0/jurisdiction", "name")}


def test_a_name_stays_whatever_the_code_is() -> None:
    assert _jurisdiction({"name": "Republic of Kenya", "code": "KE"}) == {
        "name": "Republic of Kenya",
        "code": "KE",
    }


def test_of_two_fields_for_the_jurisdiction_that_differ_one_is_told() -> None:
    both = {"jurisdiction": {"name": "Kenya"}, "incorporatedInJurisdiction": {"name": "Uganda"}}

    assert new(company(**both))["alfa"]["recordDetails"]["jurisdiction"] == {"name": "Kenya"}
    assert told(company(**both)) == {("/0", "incorporatedInJurisdiction")}


def test_the_country_of_an_address_becomes_an_object() -> None:
    address = {"type": "registered", "address": "Plot 4", "postCode": "90300", "country": "KE", "floor": 2}

    written = new(company(addresses=[address]))["alfa"]["recordDetails"]["addresses"]

    assert written == [{**address, "country": {"name": "Kenya", "code": "KE"}}]


def test_a_country_by_name_where_the_code_should_be_is_its_name() -> None:
    given = company(addresses=[{"country": "Kenya"}])

    assert new(given)["alfa"]["recordDetails"]["addresses"] == [{"country": {"name": "Kenya"}}]
    assert told(given) == {("/0/addresses/0", "country")}


def test_a_use_that_0_4_does_not_know_for_a_company_is_told_and_the_address_stays() -> None:
    given = company(addresses=[{"type": "service", "address": "Box 12"}])

    assert new(given)["alfa"]["recordDetails"]["addresses"] == [{"address": "Box 12"}]
    assert told(given) == {("/0/addresses/0", "type")}


def test_a_home_of_version_0_1_is_a_residence() -> None:
    given = person(addresses=[{"type": "home", "address": "Hill Road"}])

    assert new(given)["ana"]["recordDetails"]["addresses"] == [{"type": "residence", "address": "Hill Road"}]
    assert told(given) == set()


def test_where_somebody_lives_joins_the_addresses() -> None:
    given = person(placeOfResidence={"country": "KE"}, addresses=[{"type": "service", "address": "Box 12"}])

    assert new(given)["ana"]["recordDetails"]["addresses"] == [
        {"type": "service", "address": "Box 12"},
        {"type": "residence", "country": {"name": "Kenya", "code": "KE"}},
    ]
    assert told(given) == set()


def test_a_birthplace_among_the_addresses_gets_the_field_of_its_own() -> None:
    given = person(addresses=[{"type": "placeOfBirth", "country": "UG"}, {"address": "Box 12"}])

    written = new(given)["ana"]["recordDetails"]

    assert written["placeOfBirth"] == {"type": "placeOfBirth", "country": {"name": "Uganda", "code": "UG"}}
    assert written["addresses"] == [{"address": "Box 12"}]
    assert told(given) == set()


def test_a_second_birthplace_stays_an_address_and_its_use_is_told() -> None:
    given = person(placeOfBirth={"address": "Wote"}, addresses=[{"type": "placeOfBirth", "address": "Emali"}])

    written = new(given)["ana"]["recordDetails"]

    assert (written["placeOfBirth"], written["addresses"]) == ({"address": "Wote"}, [{"address": "Emali"}])
    assert told(given) == {("/0/addresses/0", "type")}


def test_nationalities_get_their_names_and_one_without_any_is_told() -> None:
    given = person(nationalities=[{"code": "KE"}, {}, {"name": "Uganda"}, {"code": "XX"}])

    written = new(given)["ana"]["recordDetails"]["nationalities"]

    assert written == [{"name": "Kenya", "code": "KE"}, {"name": "Uganda"}, {"name": "XX", "code": "XX"}]
    assert told(given) == {("/0/nationalities/1", "nationalities"), ("/0/nationalities/3", "name")}
