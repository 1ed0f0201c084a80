"""What an old entity is, and what that is called today."""

from typing import Any

import pytest

from tests.bods.upgrade.olds import company, link, new, person, told


def _type(**fields: Any) -> dict[str, Any]:
    return new(company(**fields))["alfa"]["recordDetails"]["entityType"]


def test_type_subtype_and_local_word_become_one_object() -> None:
    subtype = {"generalCategory": "stateBody-stateAgency", "localTerm": "Parastatal", "since": "1990"}

    assert _type(entityType="stateBody", entitySubtype=subtype) == {
        "type": "stateBody",
        "subtype": "stateAgency",
        "details": "Parastatal",
        "since": "1990",
    }
    assert told(company(entityType="stateBody", entitySubtype=subtype)) == set()


def test_a_subtype_that_does_not_fit_its_type_becomes_a_detail_and_is_told() -> None:
    given = company(entityType="state", entitySubtype={"generalCategory": "stateBody-stateAgency"})

    assert new(given)["alfa"]["recordDetails"]["entityType"] == {
        "type": "state",
        "details": "stateBody-stateAgency",
    }
    assert told(given) == {("/0/entitySubtype", "generalCategory")}


def test_a_subtype_written_behind_its_type_loses_nothing_but_that() -> None:
    given = {"entityType": "legalEntity", "entitySubtype": {"generalCategory": "legalEntity-trust"}}

    assert _type(**given) == {"type": "legalEntity", "subtype": "trust"}
    assert told(company(**given)) == set()


def test_one_behind_another_type_is_kept_as_a_detail_too_and_told() -> None:
    given = {"entityType": "registeredEntity", "entitySubtype": {"generalCategory": "stateBody-other"}}

    assert _type(**given) == {"type": "registeredEntity", "subtype": "other", "details": "stateBody-other"}
    assert told(company(**given)) == {("/0/entitySubtype", "generalCategory")}


def test_a_type_that_nobody_knows_is_unknown_and_its_word_a_detail() -> None:
    assert _type(entityType="company") == {"type": "unknownEntity", "details": "company"}
    assert told(company(entityType="company")) == {("/0", "entityType")}
    assert _type(entityType=["company"]) == {"type": "unknownEntity"}


def test_a_type_in_the_form_of_today_is_understood() -> None:
    assert _type(entityType={"type": "arrangement", "subtype": "nomination"}) == {
        "type": "arrangement",
        "subtype": "nomination",
    }


@pytest.mark.parametrize("interest", ["settlor-of-trust", "trustee", "protector", "beneficiary-of-trust"])
@pytest.mark.parametrize("kind", ["arrangement", "legalEntity"])
def test_what_somebody_settled_or_holds_in_trust_is_a_trust(kind: str, interest: str) -> None:
    file = [company(entityType=kind), person(), link(interests=[{"type": interest}])]

    assert new(*file)["alfa"]["recordDetails"]["entityType"] == {"type": kind, "subtype": "trust"}
    assert told(*file) == {("/0", "entityType")}


@pytest.mark.parametrize(
    ("kind", "interest"), [("registeredEntity", "settlor"), ("arrangement", "beneficiaryOfLegalArrangement")]
)
def test_what_need_not_be_a_trust_is_called_none(kind: str, interest: str) -> None:
    file = [company(entityType=kind), person(), link(interests=[{"type": interest}])]

    assert new(*file)["alfa"]["recordDetails"]["entityType"] == {"type": kind}


def test_the_law_that_formed_it_keeps_its_name_and_gets_a_full_date() -> None:
    given = company(formedByStatute={"name": "Water Act", "date": "2016", "chapter": 3})

    assert new(given)["alfa"]["recordDetails"]["formedByStatute"] == {
        "name": "Water Act",
        "date": "2016-01-01",
        "chapter": 3,
    }
    assert told(given) == {("/0/formedByStatute", "date")}


def test_filings_that_are_no_web_address_are_left_out_one_by_one() -> None:
    listing = {
        "hasPublicListing": True,
        "companyFilingsURLs": ["see there", "https://example.org/f"],
        "securitiesListings": [],
    }

    written = new(company(publicListing=listing))["alfa"]["recordDetails"]["publicListing"]

    assert written["companyFilingsURLs"] == ["https://example.org/f"]
    assert told(company(publicListing=listing)) == {
        ("/0/publicListing/companyFilingsURLs/0", "companyFilingsURLs")
    }


def test_an_identifier_without_a_list_is_left_out_and_told_and_the_others_stay() -> None:
    given = company(
        identifiers=[{"id": "7"}, {"id": "8", "schemeName": "A list"}, {"scheme": "KE-RCO", "id": 9}]
    )

    written = new(given)["alfa"]["recordDetails"]["identifiers"]

    assert written == [{"id": "8", "schemeName": "A list"}, {"scheme": "KE-RCO"}]
    assert told(given) == {("/0/identifiers/0", "identifiers"), ("/0/identifiers/2", "id")}


def test_the_reason_that_0_1_gave_in_words_becomes_a_description() -> None:
    given = company(entityType="anonymousEntity", missingInfoReason="By order of the court.")

    assert new(given)["alfa"]["recordDetails"]["unspecifiedEntityDetails"] == {
        "reason": "unknown",
        "description": "By order of the court.",
    }
    assert told(given) == {("/0", "missingInfoReason")}


def test_the_reason_of_0_1_in_the_words_of_the_codelist_is_that_code() -> None:
    given = company(entityType="anonymousEntity", missingInfoReason="subject-exempt-from-disclosure")

    assert new(given)["alfa"]["recordDetails"]["unspecifiedEntityDetails"] == {
        "reason": "subjectExemptFromDisclosure"
    }
    assert told(given) == set()


def test_a_component_is_one_and_what_is_neither_true_nor_false_is_none() -> None:
    assert new(company(isComponent=True))["alfa"]["recordDetails"]["isComponent"] is True
    assert new(company(isComponent="yes"))["alfa"]["recordDetails"]["isComponent"] is False
    assert told(company(isComponent="yes")) == {("/0", "isComponent")}
