"""A company that owns itself is worth a look."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "self_ownership"


def test_a_company_that_holds_itself_is_found() -> None:
    link = owns("alfa", "alfa")

    (found,) = told(CODE, entity(), link)

    assert found.pointer == "/recordDetails/interestedParty"
    assert found.statement_id == link["statementId"]


def test_two_companies_are_not() -> None:
    assert told(CODE, entity(), entity("beta"), owns("beta"), owns("alfa", "beta")) == []


def test_what_is_not_specified_on_both_sides_is_not_the_same() -> None:
    unknown = {"reason": "unknown"}

    assert told(CODE, entity(), owns(unknown, unknown, record_id="link")) == []


def test_a_person_who_owns_themselves_is_told_by_another_check() -> None:
    assert told(CODE, entity(), person(), owns("ana", "ana")) == []
