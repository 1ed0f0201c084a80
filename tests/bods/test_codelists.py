"""The codes are the standard's, and each can be said in words."""

import csv
from importlib.resources import files

import pytest

from bods import codelists
from bods.codelists import CONTROL, OWNERSHIP, Code, InterestType, PepStatus

LISTS = {
    name: codes
    for name, codes in vars(codelists).items()
    if isinstance(codes, type) and issubclass(codes, Code)
}


def official_codes(name: str) -> set[str]:
    file = {"SecuritiesIdentifierScheme": "securitiesIdentifierSchemes"}.get(name, name[0].lower() + name[1:])
    text = (files("libcovebods") / "data/schema-0-4-0/codelists" / f"{file}.csv").read_text("utf-8")
    return {row["code"] for row in csv.DictReader(text.splitlines())}


@pytest.mark.parametrize("name", sorted(LISTS.keys() - {"Code", "PepStatus"}))
def test_each_list_has_the_codes_of_the_standard(name: str) -> None:
    assert set(LISTS[name]) == official_codes(name)


def test_every_code_of_a_list_has_words_of_its_own() -> None:
    for codes in LISTS.values():
        labels = [code.label for code in codes]
        assert len(set(labels)) == len(labels)
        assert all(label and label not in set(codes) for label in labels)


def test_members_are_named_from_their_codes() -> None:
    assert InterestType.APPOINTMENT_OF_BOARD == "appointmentOfBoard"
    assert PepStatus.IS_NOT_PEP == "isNotPep"


def test_an_interest_is_ownership_or_control_or_of_unknown_kind() -> None:
    neither = {InterestType.UNKNOWN_INTEREST, InterestType.UNPUBLISHED_INTEREST}

    assert OWNERSHIP | CONTROL | neither == set(InterestType)
    assert not OWNERSHIP & CONTROL
    assert InterestType.VOTING_RIGHTS in CONTROL
