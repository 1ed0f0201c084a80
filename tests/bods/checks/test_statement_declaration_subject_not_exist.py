"""The company that a declaration is about must be in the file."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "statement_declaration_subject_not_exist"


def test_a_subject_that_no_statement_is_about_is_found_in_each_statement_that_names_it() -> None:
    ana = person(fields={"declarationSubject": "gone"})

    (found,) = told(CODE, entity(), ana)

    assert found.pointer == "/declarationSubject"
    assert found.statement_id == ana["statementId"]
    assert "gone" in found.sentence


def test_a_subject_that_comes_later_in_the_file_is_there() -> None:
    assert told(CODE, person(), entity()) == []


def test_a_subject_of_another_type_is_there_all_the_same() -> None:
    link = owns(record_id="link", fields={"declarationSubject": "link"})

    assert told(CODE, entity(), person(), link) == []
