"""Where a person or an entity is anonymous or unknown, the record says why."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import entity, person

CODE = "anonymous_or_unknown_without_reason"
REASON = {"reason": "interestedPartyExemptFromDisclosure"}


@pytest.mark.parametrize("kind", ["anonymousPerson", "unknownPerson"])
def test_a_person_who_is_not_named_without_a_reason_is_told(kind: str) -> None:
    assert places(CODE, person(personType=kind)) == ["/recordDetails/personType"]


@pytest.mark.parametrize("kind", ["anonymousEntity", "unknownEntity"])
def test_an_entity_that_is_not_named_without_a_reason_is_told(kind: str) -> None:
    assert places(CODE, entity(entityType={"type": kind})) == ["/recordDetails/entityType/type"]


def test_a_reason_in_the_wrong_field_is_no_reason() -> None:
    hidden = person(personType="anonymousPerson", unspecifiedEntityDetails=REASON)

    assert places(CODE, hidden) == ["/recordDetails/personType"]


def test_with_a_reason_both_are_good() -> None:
    hidden = person(personType="anonymousPerson", unspecifiedPersonDetails=REASON)
    unknown = entity(entityType={"type": "unknownEntity"}, unspecifiedEntityDetails={"reason": "unknown"})

    assert places(CODE, hidden, unknown) == []


def test_who_is_known_needs_no_reason() -> None:
    assert places(CODE, person(), entity(), entity(entityType={"subtype": "other"})) == []
