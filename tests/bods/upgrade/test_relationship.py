"""Who holds what in whom: parties by their records, interests by their codes of today."""

from typing import Any

import pytest

from tests.bods.upgrade.olds import company, link, named, new, person, told


def _file(**fields: Any) -> list[dict[str, Any]]:
    return [company(), person(), link(**fields)]


def _details(**fields: Any) -> dict[str, Any]:
    return new(*_file(**fields))["link"]["recordDetails"]


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("voting-rights", "votingRights"),
        ("influence-or-control", "otherInfluenceOrControl"),
        ("rights-to-surplus-assets", "rightsToSurplusAssetsOnDissolution"),
        ("beneficiary-of-trust", "beneficiaryOfLegalArrangement"),
        ("boardMember", "boardMember"),
        ("nominee", "nominee"),
    ],
)
def test_an_interest_has_its_code_of_today_and_its_level(old: str, today: str) -> None:
    given = {
        "type": old,
        "interestLevel": "indirect",
        "details": "d",
        "beneficialOwnershipOrControl": True,
        "ours": 1,
    }

    (written,) = _details(interests=[given])["interests"]

    assert written.pop("directOrIndirect") == "indirect"
    assert written == {"type": today, "details": "d", "beneficialOwnershipOrControl": True, "ours": 1}


def test_a_kind_of_interest_that_nobody_knows_becomes_a_detail() -> None:
    assert _details(interests=[{"type": "golden-share"}])["interests"] == [{"details": "golden-share"}]
    assert told(*_file(interests=[{"type": "golden-share"}])) == {("/2/interests/0", "type")}


def test_and_where_there_are_details_already_it_is_told_alone() -> None:
    given = {"type": "golden-share", "details": "One share with a veto"}

    assert _details(interests=[given])["interests"] == [{"details": "One share with a veto"}]


def test_two_levels_of_one_interest_that_differ_are_told() -> None:
    given = {"interestLevel": "direct", "directOrIndirect": "indirect"}

    assert _details(interests=[given])["interests"] == [{"directOrIndirect": "direct"}]
    assert told(*_file(interests=[given])) == {("/2/interests/0", "directOrIndirect")}
    assert told(*_file(interests=[{"interestLevel": "direct", "directOrIndirect": "direct"}])) == set()


def test_interests_that_are_none_are_told_where_they_stood_and_the_others_stay() -> None:
    assert _details(interests=[5, {"type": "shareholding"}, None])["interests"] == [{"type": "shareholding"}]
    assert told(*_file(interests=[5, {"type": "shareholding"}, None])) == {
        ("/2/interests/0", "interests"),
        ("/2/interests/2", "interests"),
    }


def test_no_interests_and_an_empty_list_of_them_stay_what_they_were() -> None:
    assert "interests" not in _details()
    assert _details(interests=[])["interests"] == []


def test_nobody_keeps_the_reason() -> None:
    nobody = {"unspecified": {"reason": "no-beneficial-owners", "description": "None.", "checked": True}}

    assert _details(interestedParty=nobody)["interestedParty"] == {
        "reason": "noBeneficialOwners",
        "description": "None.",
        "checked": True,
    }
    assert told(*_file(interestedParty=nobody)) == set()


@pytest.mark.parametrize(
    "nothing", [{}, None, 7, [], {"unspecified": "nobody"}, {"describedByPersonStatement": 7}]
)
def test_a_party_that_is_not_told_is_unknown(nothing: object) -> None:
    assert _details(interestedParty=nothing)["interestedParty"] == {"reason": "unknown"}
    of_nobody = {**link(), "subject": nothing}
    assert new(company(), person(), of_nobody)["link"]["recordDetails"]["subject"] == {"reason": "unknown"}
    assert ("/2", "interestedParty") in told(*_file(interestedParty=nothing))


def test_a_description_that_is_no_text_is_told_and_the_reason_stays() -> None:
    nobody = {"unspecified": {"reason": "unknown", "description": 7}}

    assert _details(interestedParty=nobody)["interestedParty"] == {"reason": "unknown"}
    assert told(*_file(interestedParty=nobody)) == {("/2/interestedParty/unspecified", "description")}


def test_a_party_named_twice_is_taken_once_and_the_rest_is_told() -> None:
    both = {
        "describedByEntityStatement": named("beta"),
        "describedByPersonStatement": named("ana"),
        "note": 1,
    }
    file = [*_file(interestedParty=both), company("beta")]

    assert new(*file)["link"]["recordDetails"]["interestedParty"] == named("beta")
    assert told(*file) == {
        ("/2/interestedParty", "describedByPersonStatement"),
        ("/2/interestedParty", "note"),
    }


def test_a_party_in_the_form_of_today_is_understood() -> None:
    assert _details(interestedParty=named("ana"))["interestedParty"] == named("ana")
    assert _details(interestedParty={"reason": "unknown"})["interestedParty"] == {"reason": "unknown"}
    assert told(*_file(interestedParty=named("ana"))) == set()


def test_a_party_that_no_statement_describes_is_kept_and_told() -> None:
    assert new(link())["link"]["recordDetails"]["interestedParty"] == named("ana")
    assert told(link()) == {("/0", "subject"), ("/0", "interestedParty")}


def test_components_are_named_by_their_records_once_each() -> None:
    part = link("part", isComponent=True)
    later = link("part-2", isComponent=True, replacesStatements=[part["statementID"]])
    whole = link("whole", componentStatementIDs=[named("part"), named("part-2"), named("ana")])

    written = new(company(), person(), part, later, whole)["whole"]["recordDetails"]

    assert written["componentRecords"] == [named("part"), named("ana")]


def test_a_component_that_is_not_there_is_kept_and_told() -> None:
    file = _file(componentStatementIDs=[named("gone"), 7])

    assert new(*file)["link"]["recordDetails"]["componentRecords"] == [named("gone")]
    assert told(*file) == {
        ("/2/componentStatementIDs/0", "componentStatementIDs"),
        ("/2/componentStatementIDs/1", "componentStatementIDs"),
    }


@pytest.mark.parametrize(
    "fields",
    [{"isComponent": True, "componentStatementIDs": [named("ana")]}, {"componentStatementIDs": "ana"}],
)
def test_components_of_a_component_or_in_no_list_are_told(fields: dict[str, Any]) -> None:
    assert "componentRecords" not in _details(**fields)
    assert told(*_file(**fields)) == {("/2", "componentStatementIDs")}
