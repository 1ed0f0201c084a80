"""Only a human being is a beneficial owner."""

from tests.bods.checks.raw import entity, owns, person, shares, told

CODE = "interest_beneficial_ownership_interested_party_not_person"
NOT_BENEFICIAL = shares(10, beneficialOwnershipOrControl=False)


def test_a_company_called_a_beneficial_owner_is_found_at_each_such_interest() -> None:
    link = owns("beta", "alfa", shares(40), NOT_BENEFICIAL, shares(20))

    found = told(CODE, entity(), entity("beta"), link)

    assert [each.pointer for each in found] == [
        "/recordDetails/interests/0/beneficialOwnershipOrControl",
        "/recordDetails/interests/2/beneficialOwnershipOrControl",
    ]
    assert {each.statement_id for each in found} == {link["statementId"]}


def test_a_person_may_be_one() -> None:
    assert told(CODE, entity(), person(), owns()) == []


def test_a_company_that_is_not_called_so_may_own() -> None:
    silent = {"type": "shareholding"}

    assert told(CODE, entity(), entity("beta"), owns("beta", "alfa", NOT_BENEFICIAL, silent)) == []


def test_a_party_that_is_not_there_or_not_specified_is_told_by_other_checks() -> None:
    assert told(CODE, entity(), owns("gone"), owns({"reason": "unknown"})) == []
