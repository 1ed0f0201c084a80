"""Who owns must be in the file."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "interested_party_must_be_record_id"


def test_an_interested_party_that_no_statement_is_about_is_found() -> None:
    link = owns("gone")

    (found,) = told(CODE, entity(), link)

    assert found.pointer == "/recordDetails/interestedParty"
    assert found.statement_id == link["statementId"]
    assert "gone" in found.sentence


def test_an_interested_party_that_is_there_is_not_wherever_it_stands() -> None:
    assert told(CODE, owns(), entity(), person()) == []


def test_an_interested_party_that_is_not_specified_is_not() -> None:
    assert told(CODE, entity(), owns({"reason": "noBeneficialOwners"})) == []
