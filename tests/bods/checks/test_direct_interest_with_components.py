"""An interest that goes through others is not called direct."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import owns, shares

CODE = "direct_interest_with_components"
CHAIN = {"componentRecords": ["beta", "beta-in-alfa"]}
INDIRECT = {"directOrIndirect": "indirect"}


def test_direct_interests_of_a_relationship_with_components_are_told() -> None:
    assert places(CODE, owns("ana", "alfa", shares(), shares(20), **CHAIN)) == [
        "/recordDetails/interests/0/directOrIndirect",
        "/recordDetails/interests/1/directOrIndirect",
    ]


def test_an_indirect_interest_with_components_is_good() -> None:
    assert places(CODE, owns("ana", "alfa", shares(60, **INDIRECT), **CHAIN)) == []


def test_a_direct_interest_beside_an_indirect_one_is_good() -> None:
    assert places(CODE, owns("ana", "alfa", shares(), shares(20, **INDIRECT), **CHAIN)) == []


def test_a_direct_interest_without_components_is_good() -> None:
    assert places(CODE, owns(), owns(componentRecords=[])) == []


def test_components_without_interests_are_good_here() -> None:
    silent = owns(**CHAIN)
    del silent["recordDetails"]["interests"]

    assert places(CODE, silent) == []
