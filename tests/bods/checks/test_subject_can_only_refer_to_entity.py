"""Only an entity can be owned."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "subject_can_only_refer_to_entity"


def test_a_person_cannot_be_owned() -> None:
    link = owns("ana", "ben")

    (found,) = told(CODE, entity(), person(), person("ben"), link)

    assert found.pointer == "/recordDetails/subject"
    assert found.statement_id == link["statementId"]


def test_a_relationship_cannot_be_owned() -> None:
    assert len(told(CODE, entity(), person(), owns(record_id="link"), owns("ana", "link"))) == 1


def test_a_company_can() -> None:
    assert told(CODE, entity(), person(), owns()) == []


def test_a_subject_that_is_not_there_is_told_by_another_check() -> None:
    assert told(CODE, person(), owns()) == []
