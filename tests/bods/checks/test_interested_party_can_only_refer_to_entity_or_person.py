"""Only an entity or a person can own."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "interested_party_can_only_refer_to_entity_or_person"


def test_a_relationship_owns_nothing() -> None:
    link = owns("ana-in-alfa")

    (found,) = told(CODE, entity(), person(), owns(), link)

    assert found.pointer == "/recordDetails/interestedParty"
    assert found.statement_id == link["statementId"]


def test_a_company_and_a_person_may_own() -> None:
    assert told(CODE, entity(), entity("beta"), person(), owns(), owns("beta")) == []


def test_an_interested_party_that_is_not_there_is_told_by_another_check() -> None:
    assert told(CODE, entity(), owns("gone")) == []
