"""A person that is a component is listed by a relationship after it."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "statement_person_is_component_not_in_component_details"
PART = person("ben", isComponent=True)


def test_a_component_that_no_relationship_lists_is_found() -> None:
    (found,) = told(CODE, entity(), person(), PART, owns())

    assert found.pointer == "/recordDetails/isComponent"
    assert found.statement_id == PART["statementId"]


def test_a_component_that_only_an_earlier_relationship_lists_is_found() -> None:
    assert len(told(CODE, entity(), person(), owns(componentRecords=["ben"]), PART)) == 1


def test_a_component_that_a_later_relationship_lists_is_not() -> None:
    assert told(CODE, entity(), person(), PART, owns(componentRecords=["ben"])) == []


def test_a_component_that_is_updated_after_the_relationship_is_not() -> None:
    update = PART | {"statementId": "u" * 32, "statementDate": "2024-06-01", "recordStatus": "updated"}

    assert told(CODE, entity(), person(), PART, owns(componentRecords=["ben"]), update) == []


def test_what_is_no_component_or_of_another_type_is_not() -> None:
    plain = person("ben")

    assert told(CODE, entity(), person(), plain, entity("beta", isComponent=True), owns()) == []
