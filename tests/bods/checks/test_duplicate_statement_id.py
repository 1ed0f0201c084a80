"""Each statement has an identifier of its own."""

from tests.bods.checks.raw import entity, person, told

CODE = "duplicate_statement_id"


def test_the_second_and_third_statement_of_one_identifier_are_found() -> None:
    ana = person()

    found = told(CODE, entity(), ana, ana, ana)

    assert [(each.place, each.pointer) for each in found] == [(3, "/statementId"), (4, "/statementId")]


def test_two_statements_about_one_record_are_not() -> None:
    assert told(CODE, entity(), entity()) == []
