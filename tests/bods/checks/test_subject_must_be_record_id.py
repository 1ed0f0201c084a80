"""What is owned must be in the file."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "subject_must_be_record_id"


def test_a_subject_that_no_statement_is_about_is_found() -> None:
    link = owns("ana", "gone")

    (found,) = told(CODE, entity(), person(), link)

    assert found.pointer == "/recordDetails/subject"
    assert found.statement_id == link["statementId"]
    assert "gone" in found.sentence


def test_the_identifier_of_a_statement_is_none_of_a_record() -> None:
    alfa = entity()

    assert len(told(CODE, alfa, person(), owns("ana", alfa["statementId"]))) == 1


def test_a_subject_that_is_there_is_not_wherever_it_stands() -> None:
    assert told(CODE, owns(), entity(), person()) == []


def test_a_subject_that_is_not_specified_is_not() -> None:
    assert told(CODE, person(), owns("ana", {"reason": "unknown"}, record_id="link")) == []
