"""The scheme of a company's identifier is one of those that org-id.guide lists."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import entity, person

CODE = "entity_identifiers_not_known_scheme"


@pytest.mark.parametrize("scheme", ["KE-BRS", "ke-rco", "Registrar of Companies", ""])
def test_a_scheme_that_is_not_on_the_list_is_told_at_its_place(scheme: str) -> None:
    found = places(CODE, entity(identifiers=[{"scheme": "KE-RCO", "id": "1"}, {"scheme": scheme, "id": "2"}]))

    assert found == ["/recordDetails/identifiers/1/scheme"]


@pytest.mark.parametrize("scheme", ["KE-RCO", "KE-KRA", "XI-LEI", "US-DOS", "FR-RCS"])
def test_a_scheme_that_is_on_the_list_is_good(scheme: str) -> None:
    assert places(CODE, entity(identifiers=[{"scheme": scheme, "id": "1"}])) == []


def test_a_scheme_name_alone_is_good() -> None:
    assert places(CODE, entity(identifiers=[{"schemeName": "Example register", "id": "e-1"}]), entity()) == []


def test_only_entities_are_asked() -> None:
    assert places(CODE, person(identifiers=[{"scheme": "KEN-IDCARD", "id": "7002"}])) == []
