"""A beneficial owner has a record, even where nobody may know who it is."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import owns, shares

CODE = "beneficial_owner_unspecified"
NOBODY = {"reason": "subjectUnableToConfirmOrIdentifyBeneficialOwner"}


def test_a_beneficial_owner_without_a_record_is_told_at_each_interest_that_says_so() -> None:
    other = shares(20, beneficialOwnershipOrControl=False)

    assert places(CODE, owns(NOBODY, "alfa", other, shares())) == [
        "/recordDetails/interests/1/beneficialOwnershipOrControl"
    ]


def test_an_unspecified_party_that_is_not_called_a_beneficial_owner_is_good() -> None:
    other, silent = shares(20, beneficialOwnershipOrControl=False), {"type": "unknownInterest"}

    assert places(CODE, owns(NOBODY, "alfa", other, silent)) == []


def test_an_unspecified_party_without_interests_is_good() -> None:
    relationship = owns(NOBODY)
    del relationship["recordDetails"]["interests"]

    assert places(CODE, relationship) == []


def test_a_beneficial_owner_with_a_record_is_good() -> None:
    assert places(CODE, owns("ana")) == []
