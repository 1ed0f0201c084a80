"""A declaration is about a company or a person, never about a relationship."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "statement_declaration_subject_not_entity_person"


def test_a_relationship_is_no_declaration_subject() -> None:
    link = owns(record_id="link", fields={"declarationSubject": "link"})

    (found,) = told(CODE, entity(), person(), link)

    assert found.pointer == "/declarationSubject"
    assert found.statement_id == link["statementId"]


def test_it_is_found_wherever_the_relationship_stands() -> None:
    ana = person(fields={"declarationSubject": "link"})

    (found,) = told(CODE, ana, entity(), owns(record_id="link"))

    assert found.statement_id == ana["statementId"]


def test_a_company_and_a_person_are() -> None:
    about_ana = person(fields={"declarationSubject": "ana"})

    assert told(CODE, entity(), about_ana) == []


def test_a_subject_that_is_not_there_is_told_by_another_check() -> None:
    assert told(CODE, person()) == []
