"""Who reads a file from its beginning must know what is owned when somebody owns it."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "relationship_subject_not_before_relationship_in_dataset"


def test_a_subject_that_comes_after_the_relationship_is_found() -> None:
    link = owns()

    (found,) = told(CODE, person(), link, entity())

    assert found.pointer == "/recordDetails/subject"
    assert found.statement_id == link["statementId"]


def test_a_subject_that_stands_before_is_not() -> None:
    assert told(CODE, person(), entity(), owns(), entity(fields={"recordStatus": "updated"})) == []


def test_an_owner_that_comes_after_or_a_subject_that_is_nowhere_is_told_by_other_checks() -> None:
    assert told(CODE, entity(), owns(), person(), owns("ana", "gone")) == []
