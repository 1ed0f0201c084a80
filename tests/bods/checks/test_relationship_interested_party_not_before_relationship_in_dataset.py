"""Who reads a file from its beginning must know the owner when it is said what they own."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "relationship_interested_party_not_before_relationship_in_dataset"


def test_an_owner_that_comes_after_the_relationship_is_found() -> None:
    link = owns()

    (found,) = told(CODE, entity(), link, person())

    assert found.pointer == "/recordDetails/interestedParty"
    assert found.statement_id == link["statementId"]


def test_an_owner_that_stands_before_is_not() -> None:
    assert told(CODE, person(), entity(), owns(), person(fields={"recordStatus": "updated"})) == []


def test_a_subject_that_comes_after_or_an_owner_that_is_nowhere_is_told_by_other_checks() -> None:
    assert told(CODE, person(), owns(), owns("gone"), entity()) == []
