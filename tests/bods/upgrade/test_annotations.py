"""Notes point to where the things they are about stand now."""

from typing import Any

import pytest

from tests.bods.upgrade.olds import company, link, named, new, person, told


def _pointing(make: Any, target: object, **fields: Any) -> dict[str, Any]:
    return make(annotations=[{"statementPointerTarget": target, "motivation": "commenting"}], **fields)


def _target(given: dict[str, Any]) -> str:
    (written,) = [each for each in new(company("beta"), given).values() if "annotations" in each]
    target: str = written["annotations"][0]["statementPointerTarget"]
    return target


LISTING = {
    "hasPublicListing": True,
    "securitiesListings": [
        {"stockExchangeJurisdiction": "KE", "stockExchangeName": "N", "security": {"ticker": "T"}}
    ],
}
COMPANY: dict[str, Any] = {
    "entityType": "stateBody",
    "entitySubtype": {"generalCategory": "stateBody-other", "localTerm": "Board"},
    "incorporatedInJurisdiction": {"name": "Kenya", "code": "KE"},
    "addresses": [{"type": "registered", "country": "KE"}],
    "identifiers": [{"id": "7", "scheme": "KE-RCO"}],
    "publicListing": LISTING,
    "missingInfoReason": "Because.",
    "formedByStatute": {"date": "2016"},
    "own/field~": [{"deep": 1}],
}
PERSON: dict[str, Any] = {
    "names": [{"type": "legal"}, {"fullName": "Ana"}],
    "placeOfResidence": {"country": "KE", "type": "home"},
    "addresses": [{"type": "placeOfBirth", "address": "Wote"}, {"address": "Box 12"}],
    "hasPepStatus": True,
    "pepStatusDetails": [{"reason": "Judge", "jurisdiction": {"code": "KE"}}],
    "unspecifiedPersonDetails": {"reason": "unknown"},
}
INTERESTS = [
    {"type": "shareholding", "interestLevel": "direct", "share": {"minimum": 25, "maximum": 50}},
    {"type": "own", "share": {"minimum": 25, "exclusiveMinimum": True}},
    {"share": {"minimum": 5, "maximum": 5}},
]
LINK: dict[str, Any] = {
    "interests": INTERESTS,
    "componentStatementIDs": [named("beta")],
    "source": {"assertedBy": [{"name": "Clerk"}], "url": "no address"},
}


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("/", ""),
        ("", ""),
        ("/statementID", "/statementId"),
        ("/statementType", "/recordType"),
        ("/statementDate", "/statementDate"),
        ("/isComponent", "/recordDetails/isComponent"),
        ("/publicationDetails/publisher/name", "/publicationDetails/publisher/name"),
        ("/publicationDetails/bodsVersion", "/publicationDetails/bodsVersion"),
        ("/annotations/0", "/annotations/0"),
        ("/name", "/recordDetails/name"),
        ("/entityType", "/recordDetails/entityType/type"),
        ("/entitySubtype", "/recordDetails/entityType"),
        ("/entitySubtype/generalCategory", "/recordDetails/entityType/subtype"),
        ("/entitySubtype/localTerm", "/recordDetails/entityType/details"),
        ("/incorporatedInJurisdiction/code", "/recordDetails/jurisdiction/code"),
        ("/addresses/0/country", "/recordDetails/addresses/0/country"),
        ("/identifiers/0/id", "/recordDetails/identifiers/0/id"),
        (
            "/publicListing/securitiesListings/0/security/ticker",
            "/recordDetails/publicListing/securitiesListings/0/security/ticker",
        ),
        ("/missingInfoReason", "/recordDetails/unspecifiedEntityDetails/description"),
        ("/formedByStatute/date", "/recordDetails/formedByStatute/date"),
        ("/own~1field~0/0/deep", "/recordDetails/own~1field~0/0/deep"),
    ],
)
def test_a_note_on_a_company_points_to_the_same_thing(old: str, today: str) -> None:
    given = _pointing(company, old, **COMPANY)

    assert _target(given) == today
    assert ("/0/annotations/0", "statementPointerTarget") not in told(given)


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("/names/1/fullName", "/recordDetails/names/0/fullName"),
        ("/placeOfResidence", "/recordDetails/addresses/1"),
        ("/placeOfResidence/country", "/recordDetails/addresses/1/country"),
        ("/addresses/0", "/recordDetails/placeOfBirth"),
        ("/addresses/0/address", "/recordDetails/placeOfBirth/address"),
        ("/addresses/1/address", "/recordDetails/addresses/0/address"),
        ("/hasPepStatus", "/recordDetails/politicalExposure/status"),
        ("/pepStatusDetails", "/recordDetails/politicalExposure/details"),
        (
            "/pepStatusDetails/0/jurisdiction/code",
            "/recordDetails/politicalExposure/details/0/jurisdiction/code",
        ),
        ("/unspecifiedPersonDetails/reason", "/recordDetails/unspecifiedPersonDetails/reason"),
    ],
)
def test_a_note_on_a_person_points_to_the_same_thing(old: str, today: str) -> None:
    assert _target(_pointing(person, old, **PERSON)) == today


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("/subject", "/recordDetails/subject"),
        ("/subject/describedByEntityStatement", "/recordDetails/subject"),
        ("/interestedParty/describedByPersonStatement", "/recordDetails/interestedParty"),
        ("/interests", "/recordDetails/interests"),
        ("/interests/0/interestLevel", "/recordDetails/interests/0/directOrIndirect"),
        ("/interests/0/share/minimum", "/recordDetails/interests/0/share/minimum"),
        ("/interests/0/share/maximum", "/recordDetails/interests/0/share/exclusiveMaximum"),
        ("/interests/1/share/exclusiveMinimum", "/recordDetails/interests/1/share/exclusiveMinimum"),
        ("/interests/1/type", "/recordDetails/interests/1/details"),
        ("/interests/2/share/maximum", "/recordDetails/interests/2/share/exact"),
        ("/componentStatementIDs/0", "/recordDetails/componentRecords/0"),
        ("/source/assertedBy/0/name", "/source/assertedBy/0/name"),
        ("/source/url", "/source/description"),
    ],
)
def test_a_note_on_a_relationship_points_to_the_same_thing(old: str, today: str) -> None:
    assert _target(_pointing(link, old, **LINK)) == today


def test_a_note_on_why_nobody_is_named_points_to_the_reason() -> None:
    nobody = {"unspecified": {"reason": "unknown", "description": "d"}}

    assert _target(_pointing(link, "/interestedParty/unspecified/reason", interestedParty=nobody)) == (
        "/recordDetails/interestedParty/reason"
    )
    assert _target(_pointing(link, "/interestedParty/unspecified", interestedParty=nobody)) == (
        "/recordDetails/interestedParty"
    )


@pytest.mark.parametrize(
    "old",
    [
        "/replacesStatements",
        "/nowhere",
        "/name/first",
        "/identifiers/9/id",
        "name",
        "/identifiers/-1",
        7,
        None,
        "/names/0",
    ],
)
def test_a_note_whose_target_is_not_there_is_one_on_the_whole_and_told(old: object) -> None:
    given = _pointing(company, old, replacesStatements=[named("beta")], **COMPANY)

    assert _target(given) == ""
    assert ("/0/annotations/0", "statementPointerTarget") in told(given)


def test_a_note_on_the_use_of_an_address_that_0_4_does_not_know_is_one_on_the_whole() -> None:
    given = _pointing(company, "/addresses/0/type", addresses=[{"type": "service", "address": "Box 12"}])

    assert _target(given) == ""
    assert told(given) == {("/0/addresses/0", "type"), ("/0/annotations/0", "statementPointerTarget")}


def test_a_note_on_something_that_was_left_out_is_one_on_the_whole() -> None:
    given = _pointing(company, "/uri", uri="no address")

    assert _target(given) == ""
    assert told(given) == {("/0", "uri"), ("/0/annotations/0", "statementPointerTarget")}


def test_a_note_keeps_all_that_it_says() -> None:
    note = {
        "statementPointerTarget": "/name",
        "motivation": "transformation",
        "description": "In capitals",
        "transformedContent": "ALFA",
        "creationDate": "2019-02-03",
        "createdBy": {"name": "Clerk", "uri": "https://example.org/clerk"},
        "url": "https://example.org/note",
        "mood": "calm",
    }

    written = new(company(annotations=[note]))["alfa"]["annotations"]

    assert written == [{**note, "statementPointerTarget": "/recordDetails/name"}]
    assert told(company(annotations=[note])) == set()


@pytest.mark.parametrize(
    "note", [{"motivation": "highlighting"}, {"motivation": "linking"}, {"motivation": None}, {}]
)
def test_a_motivation_that_0_4_does_not_allow_is_commenting_and_told(note: dict[str, Any]) -> None:
    given = company(annotations=[{"statementPointerTarget": "/", **note}])

    assert new(given)["alfa"]["annotations"] == [{"statementPointerTarget": "", "motivation": "commenting"}]
    assert told(given) == {("/0/annotations/0", "motivation")}


def test_content_that_only_a_transformation_may_have_joins_the_description() -> None:
    note = {"statementPointerTarget": "/", "motivation": "commenting", "transformedContent": "ALFA"}
    given = company(annotations=[note, {**note, "description": "In capitals"}])

    written = [each["description"] for each in new(given)["alfa"]["annotations"]]

    assert written == ["ALFA", "In capitals (ALFA)"]
    assert told(given) == {(f"/0/annotations/{place}", "transformedContent") for place in (0, 1)}


def test_notes_that_are_none_are_told() -> None:
    assert "annotations" not in new(company(annotations="a note"))["alfa"]
    assert told(company(annotations="a note")) == {("/0", "annotations")}
    assert told(company(annotations=["a note"])) == {("/0/annotations/0", "annotations")}
