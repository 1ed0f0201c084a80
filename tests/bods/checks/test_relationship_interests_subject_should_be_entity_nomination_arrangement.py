"""A nominee belongs to a nomination."""

import pytest

from tests.bods.checks.raw import Json, entity, owns, person, shares, told

CODE = "relationship_interests_subject_should_be_entity_nomination_arrangement"
NOMINATION: Json = {"type": "arrangement", "subtype": "nomination"}


def role(name: str) -> Json:
    return {"type": name, "directOrIndirect": "direct"}


@pytest.mark.parametrize("name", ["nominee", "nominator"])
def test_a_nominee_of_a_company_is_found_at_the_interest(name: str) -> None:
    link = owns("ana", "alfa", shares(10), role(name))

    (found,) = told(CODE, entity(), person(), link)

    assert found.pointer == "/recordDetails/interests/1/type"
    assert found.statement_id == link["statementId"]


def test_a_nominee_of_a_person_or_of_another_arrangement_is_found() -> None:
    other = entity("pact", entityType={"type": "arrangement", "subtype": "other"})

    found = told(
        CODE,
        entity(),
        person(),
        other,
        owns("ana", "ana", role("nominee")),
        owns("ana", "pact", role("nominee")),
    )

    assert len(found) == 2


def test_a_nominee_of_a_nomination_is_not() -> None:
    pact = entity("pact", entityType=NOMINATION)

    assert told(CODE, entity(), person(), pact, owns("ana", "pact", role("nominee"))) == []


def test_other_interests_in_a_company_are_not() -> None:
    assert (
        told(CODE, entity(), person(), owns("ana", "alfa", shares(60), {"directOrIndirect": "direct"})) == []
    )


def test_a_subject_that_is_not_there_or_not_specified_is_told_by_other_checks() -> None:
    nowhere = owns("ana", {"reason": "unknown"}, role("nominee"), record_id="link")

    assert told(CODE, person(), owns("ana", "gone", role("nominee")), nowhere) == []
