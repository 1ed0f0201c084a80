"""A settlor, a trustee or a protector belongs to a trust."""

import pytest

from tests.bods.checks.raw import Json, entity, owns, person, shares, told

CODE = "relationship_interests_subject_should_be_entity_trust"


def role(name: str) -> Json:
    return {"type": name, "directOrIndirect": "direct"}


@pytest.mark.parametrize("name", ["settlor", "trustee", "protector"])
def test_a_party_to_a_trust_whose_subject_is_a_company_is_found_at_the_interest(name: str) -> None:
    link = owns("ana", "alfa", shares(10), role(name))

    (found,) = told(CODE, entity(), person(), link)

    assert found.pointer == "/recordDetails/interests/1/type"
    assert found.statement_id == link["statementId"]


@pytest.mark.parametrize("kind", ["arrangement", "legalEntity"])
def test_a_trustee_of_a_trust_is_not(kind: str) -> None:
    trust = entity("trust", entityType={"type": kind, "subtype": "trust"})

    assert told(CODE, entity(), person(), trust, owns("ana", "trust", role("trustee"))) == []


def test_a_beneficiary_may_be_one_of_another_arrangement() -> None:
    assert told(CODE, entity(), person(), owns("ana", "alfa", role("beneficiaryOfLegalArrangement"))) == []


def test_a_subject_that_is_not_there_is_told_by_another_check() -> None:
    assert told(CODE, person(), owns("ana", "gone", role("trustee"))) == []
