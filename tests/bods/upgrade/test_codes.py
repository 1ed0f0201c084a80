"""Every code of every old version has its word of today."""

import pytest

from bods.codelists import AddressType, InterestType, NameType, UnspecifiedReason
from bods.upgrade.codes import ADDRESSES, INTERESTS, NAMES, REASONS, dashed
from tests.bods.upgrade.olds import VERSIONS, schema

LISTS = {
    "interestType.csv": (INTERESTS, InterestType),
    "unspecifiedReason.csv": (REASONS, UnspecifiedReason),
    "nameType.csv": (NAMES, NameType),
    "addressType.csv": (ADDRESSES, AddressType),
}


def _codelists(branch: object) -> list[tuple[str, str]]:
    if isinstance(branch, list):
        return [found for inner in branch for found in _codelists(inner)]
    if not isinstance(branch, dict):
        return []
    own = [(branch["codelist"], code) for code in branch.get("enum", ())] if "codelist" in branch else []
    return own + [found for inner in branch.values() for found in _codelists(inner)]


@pytest.mark.parametrize("version", VERSIONS)
def test_no_code_of_an_old_schema_is_unknown(version: str) -> None:
    found = [(name, code) for name, code in _codelists(schema(version)) if name in LISTS]

    assert len(found) > 40
    assert [(name, code) for name, code in found if code not in LISTS[name][0]] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_one_of_today(name: str) -> None:
    words, today = LISTS[name]

    assert set(words.values()) == set(map(str, today))


def test_a_code_of_today_is_written_with_dashes_as_it_was() -> None:
    assert dashed("conditionalRightsGrantedByContract") == "conditional-rights-granted-by-contract"
    assert dashed("unknown") == "unknown"
