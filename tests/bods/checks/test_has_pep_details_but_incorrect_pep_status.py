"""Where there are details of political exposure, the status does not say that there is none."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, person

CODE = "has_pep_details_but_incorrect_pep_status"
OFFICE = {"reason": "Member of an assembly"}


def exposed(status: str | None, *details: Json) -> Json:
    """Give a person of this status with these details."""
    known = {} if status is None else {"status": status}
    return person(politicalExposure=known | {"details": list(details)})


@pytest.mark.parametrize("status", ["isNotPep", None, ""])
def test_details_of_an_exposure_that_is_denied_or_not_told_are_told(status: str | None) -> None:
    assert places(CODE, exposed(status, OFFICE)) == ["/recordDetails/politicalExposure/details"]


@pytest.mark.parametrize("status", ["isPep", "unknown"])
def test_details_beside_any_other_status_are_good(status: str) -> None:
    assert places(CODE, exposed(status, OFFICE)) == []


def test_a_status_without_details_is_good() -> None:
    assert places(CODE, exposed("isNotPep"), person(politicalExposure={"status": "isNotPep"}), person()) == []


def test_where_a_reason_for_missing_information_stands_another_check_tells() -> None:
    assert places(CODE, exposed("isNotPep", OFFICE, {"missingInfoReason": "Not asked"})) == []
