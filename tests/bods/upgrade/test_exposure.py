"""Whether a person is politically exposed, in the words of each version."""

from typing import Any

import pytest

from tests.bods.upgrade.olds import new, person, told

DETAIL = {"reason": "Member of an assembly", "jurisdiction": {"code": "KE"}, "startDate": "2018-02-03"}
DETAIL_TODAY = {**DETAIL, "jurisdiction": {"name": "Kenya", "code": "KE"}}
MISSING = {"missingInfoReason": "Not asked."}


def _exposure(**fields: Any) -> Any:
    return new(person(**fields))["ana"]["recordDetails"].get("politicalExposure")


@pytest.mark.parametrize(
    ("fields", "exposure"),
    [
        ({"pepStatus": [DETAIL]}, {"status": "isPep", "details": [DETAIL_TODAY]}),
        ({"hasPepStatus": True}, {"status": "isPep"}),
        ({"hasPepStatus": False}, {"status": "isNotPep"}),
        (
            {"hasPepStatus": True, "pepStatusDetails": [DETAIL]},
            {"status": "isPep", "details": [DETAIL_TODAY]},
        ),
        ({"pepStatusDetails": [MISSING]}, {"status": "unknown", "details": [MISSING]}),
        ({"pepStatusDetails": [DETAIL]}, {"status": "isPep", "details": [DETAIL_TODAY]}),
        ({"politicalExposure": {"status": "unknown"}}, {"status": "unknown"}),
        (
            {"politicalExposure": {"status": "isPep", "details": [DETAIL], "asked": True}},
            {"status": "isPep", "details": [DETAIL_TODAY], "asked": True},
        ),
        ({}, None),
    ],
)
def test_what_each_version_says_of_exposure_is_said_today(fields: dict[str, Any], exposure: Any) -> None:
    assert _exposure(**fields) == exposure
    assert told(person(**fields)) == set()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"pepStatus": []}, "pepStatus"),
        ({"pepStatusDetails": []}, "pepStatusDetails"),
        ({"pepStatusDetails": "yes"}, "pepStatusDetails"),
        ({"hasPepStatus": "yes"}, "hasPepStatus"),
        ({"hasPepStatus": None}, "hasPepStatus"),
    ],
)
def test_what_says_neither_yes_nor_no_is_left_out_and_told(fields: dict[str, Any], field: str) -> None:
    assert _exposure(**fields) is None
    assert ("/0", field) in told(person(**fields))


def test_beside_the_form_of_0_3_the_older_ones_are_told() -> None:
    given = person(politicalExposure={"status": "isNotPep"}, hasPepStatus=True)

    assert new(given)["ana"]["recordDetails"]["politicalExposure"] == {"status": "isNotPep"}
    assert told(given) == {("/0", "hasPepStatus")}


def test_a_detail_that_is_none_is_told_where_it_stood() -> None:
    given = person(hasPepStatus=True, pepStatusDetails=["minister", {**DETAIL, "endDate": 7}])

    assert _exposure(hasPepStatus=True, pepStatusDetails=given["pepStatusDetails"])["details"] == [
        DETAIL_TODAY
    ]
    assert told(given) == {
        ("/0/pepStatusDetails/0", "pepStatusDetails"),
        ("/0/pepStatusDetails/1", "endDate"),
    }
