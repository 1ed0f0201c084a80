"""Why political exposure is not told is said only where the status is unknown."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, person

CODE = "has_pep_details_with_missing_info_but_incorrect_pep_status"
MISSING = {"missingInfoReason": "Not asked on the old form"}


def exposed(status: str | None, *details: Json) -> Json:
    """Give a person of this status with these details."""
    known = {} if status is None else {"status": status}
    return person(politicalExposure=known | {"details": list(details)})


@pytest.mark.parametrize("status", ["isPep", "isNotPep", None])
def test_each_reason_for_missing_information_beside_another_status_is_told(status: str | None) -> None:
    found = places(CODE, exposed(status, {"reason": "Member of an assembly"}, MISSING, MISSING))

    assert found == [
        "/recordDetails/politicalExposure/details/1/missingInfoReason",
        "/recordDetails/politicalExposure/details/2/missingInfoReason",
    ]


def test_a_reason_beside_the_status_unknown_is_good() -> None:
    assert places(CODE, exposed("unknown", MISSING)) == []


def test_details_without_such_a_reason_are_good_here() -> None:
    assert places(CODE, exposed("isPep", {"reason": "Member of an assembly"}), exposed("isNotPep")) == []
    assert places(CODE, exposed("isNotPep", {"missingInfoReason": ""}), person()) == []
