"""The merge in one pass gives what the standard's own merge gives, or leaves the releases to it."""

import copy
import itertools
import warnings
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as any_
from ocdsmerge import Merger
from ocdsmerge.exceptions import OCDSMergeError
from ocdsmerge.merge import CompiledRelease

from register.example.county import county
from register.ocds.numerals import canonical
from register.ocds.plain_merging import NotPlainlyMergedError, plainly_merged, rules_of
from register.ocds.schema import RELEASE
from tests.bods.often import tried

PATHS = Merger(dict(RELEASE)).merge_rules
RULES = rules_of(PATHS)
LEAVES = any_.sampled_from([None, True, 0, 1, "", "a", "1", "2026-01-01"])
NAMES = any_.sampled_from(
    ["id", "name", "local", "items", "additionalIdentifiers", "targetGroup", "suppliers"]
)
VALUES = any_.recursive(
    LEAVES,
    lambda inner: (
        any_.lists(inner, max_size=3)
        | any_.dictionaries(NAMES, inner, max_size=3)
        | any_.lists(any_.dictionaries(NAMES, inner, max_size=2), max_size=3)
    ),
    max_leaves=10,
)
TOPS = any_.sampled_from(["id", "tag", "tender", "awards", "parties", "local"])
RELEASES = any_.lists(
    any_.dictionaries(TOPS, VALUES, max_size=4).map(lambda told: {"ocid": "a", "date": "2026", **told}),
    min_size=1,
    max_size=3,
)


def standardly(releases: list[dict[str, Any]]) -> str:
    growing = CompiledRelease(merge_rules=PATHS, rule_overrides={})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for release in releases:
            growing.append(release)
    return canonical(growing.asdict())


def plainly(releases: list[dict[str, Any]]) -> str | None:
    """None when they are left to the standard's own merge."""
    before = copy.deepcopy(releases)
    try:
        return canonical(plainly_merged(releases, RULES))
    except NotPlainlyMergedError:
        return None
    finally:
        assert releases == before


def test_all_processes_of_the_example_county_are_merged_as_the_standard_merges_them() -> None:
    made = sorted(
        county(date(2026, 3, 9)).releases["releases"], key=lambda each: (each["ocid"], each["date"])
    )
    processes = [list(group) for _, group in itertools.groupby(made, key=lambda each: each["ocid"])]

    assert [plainly(releases) for releases in processes] == [standardly(releases) for releases in processes]


@tried(400)
@given(RELEASES)
def test_any_releases_are_merged_as_the_standard_merges_them_or_left_to_it(
    releases: list[dict[str, Any]],
) -> None:
    merged = plainly(releases)

    assert merged is None or merged == standardly(releases)


@tried(200)
@given(
    any_.lists(
        any_.dictionaries(any_.sampled_from(["title", "value", "items"]), LEAVES), min_size=1, max_size=3
    )
)
def test_what_is_said_anew_or_taken_back_needs_no_other_merge(tenders: list[dict[str, Any]]) -> None:
    releases = [{"ocid": "a", "date": str(number), "tender": told} for number, told in enumerate(tenders)]

    assert plainly(releases) == standardly(releases)


def test_what_contradicts_itself_is_left_to_the_standards_own_merge() -> None:
    for before, after in itertools.permutations(({"a": 1}, [{"id": "1"}], "word", ["word"]), 2):
        releases = [{"ocid": "a", "local": before}, {"ocid": "a", "local": after}]
        kinds = {type(each) for each in (before, after)}

        assert (plainly(releases) is None) == (kinds != {str, list} or [{"id": "1"}] in (before, after))


def test_members_of_a_list_with_odd_ids_are_left_to_the_standards_own_merge() -> None:
    for ids in ([1, "1"], [None], [True], [["a"]]):
        releases = [{"ocid": "a", "awards": [{"id": each} for each in ids]}]

        assert plainly(releases) is None


def test_the_standards_own_merge_refuses_what_contradicts_itself() -> None:
    releases = [{"ocid": "a", "local": "word"}, {"ocid": "a", "local": {"b": 1}}]

    with pytest.raises(OCDSMergeError):
        standardly(releases)
