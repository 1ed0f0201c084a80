"""The scheme of a person's identifier has two parts with a hyphen between."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import entity, person, told

CODE = "person_identifiers_invalid_composition"


@pytest.mark.parametrize("scheme", ["KENIDCARD", "KEN-ID-CARD", "-IDCARD", "KEN-", "-", "", "A12345678"])
def test_a_scheme_that_is_not_two_parts_is_told_and_not_repeated(scheme: str) -> None:
    known = {"scheme": "KEN-IDCARD", "id": "7001"}

    [found] = told(CODE, person(identifiers=[known, {"scheme": scheme, "id": "7002"}]))

    assert found.pointer == "/recordDetails/identifiers/1/scheme"
    assert not scheme or f" {scheme} " not in found.sentence
    assert "7002" not in found.sentence + found.remedy


def test_two_parts_are_good_whatever_they_say() -> None:
    assert places(CODE, person(identifiers=[{"scheme": "KEN-IDCARD"}, {"scheme": "XQQ-LIBRARY"}])) == []


def test_an_identifier_of_the_publishers_own_has_a_scheme_name_alone() -> None:
    # The official checker faults what the standard's guidance recommends.
    assert places(CODE, person(identifiers=[{"schemeName": "Example register, persons", "id": "p-1"}])) == []


def test_only_persons_are_asked() -> None:
    assert places(CODE, entity(identifiers=[{"scheme": "nothing", "id": "1"}]), person()) == []
