"""Our verdict by the schema is the official one, on good statements made bad in every way that chance finds.

A sample here, all 30,000 with BARS=full: about a minute on one core. Seven of them differ, by a leap second each.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from libcovebods.config import LibCoveBODSConfig
from libcovebods.data_reader import DataReader
from libcovebods.jsonschemavalidate import JSONSchemaValidator
from libcovebods.schema import SchemaBODS

from bods.validation import faults
from tests.bods.validation.mutations import LEAP_SECOND, mutant, seeds

MUTANTS = 30_000 if os.environ.get("BARS") == "full" else 1_500
BATCH = 500

Verdict = Callable[[Any], bool]


class _InMemory(DataReader):
    """Gives the checker a good statement to tell the version by, without a file."""

    def __init__(self, statement: dict[str, Any]) -> None:
        self._statement = statement

    def get_all_data(self) -> list[dict[str, Any]]:
        return [self._statement]


@pytest.fixture(scope="module")
def good() -> list[dict[str, Any]]:
    return seeds()


@pytest.fixture(scope="module")
def officially_good(good: list[dict[str, Any]]) -> Verdict:
    """The official verdict on one value: the validator as the checker builds it, built once and not once a file."""
    schema = SchemaBODS(_InMemory(good[0]), LibCoveBODSConfig())
    registry = schema._pkg_schema_obj
    validator = Draft202012Validator(
        schema=registry.contents("urn:statement"), registry=registry, format_checker=FormatChecker()
    )
    return lambda value: validator.is_valid([value])


def good_to_us(value: Any) -> bool:
    # As it comes out of a file: our reader makes floats of integers of more than 64 bits.
    return not faults(orjson.loads(json.dumps([value])))


def has_leap_second(value: Any) -> bool:
    return LEAP_SECOND in repr(value)


@pytest.mark.parametrize("first", range(0, MUTANTS, BATCH))
def test_our_verdict_is_the_official_one(
    first: int, good: list[dict[str, Any]], officially_good: Verdict
) -> None:
    mutants = [mutant(good, number) for number in range(first, first + BATCH)]

    ours, official = list(map(good_to_us, mutants)), list(map(officially_good, mutants))

    different = [value for value, one, other in zip(mutants, ours, official, strict=True) if one != other]
    leaping = [value for value in different if has_leap_second(value)]
    assert different == leaping
    assert len(leaping) <= BATCH // 100
    assert BATCH // 2 < official.count(False) < BATCH


def test_a_leap_second_is_a_time_to_us_and_none_to_the_official_validator(
    good: list[dict[str, Any]], officially_good: Verdict
) -> None:
    value = {**good[0], "statementDate": LEAP_SECOND}

    assert (good_to_us(value), officially_good(value)) == (True, False)


@pytest.mark.parametrize("version", ["٠.٤", "0.4\n"])
def test_a_version_is_written_in_plain_digits_and_nothing_else(
    version: str, good: list[dict[str, Any]], officially_good: Verdict
) -> None:
    # Patterns of JSON Schema are those of ECMAScript, where \d is a digit of ASCII and $ the very end. Python's differ.
    value = {**good[0], "publicationDetails": {**good[0]["publicationDetails"], "bodsVersion": version}}

    assert (good_to_us(value), officially_good(value)) == (False, True)


@pytest.mark.parametrize("day", ["0000-01-01", "0000-12-31T00:00:00Z"])
def test_there_is_no_year_0000(day: str, good: list[dict[str, Any]], officially_good: Verdict) -> None:
    value = {**good[0], "statementDate": day}

    assert (good_to_us(value), officially_good(value)) == (False, False)
    assert "a year of the calendar, which begins with 0001" in faults(value)[0].sentence


def test_the_validator_built_once_says_what_the_checker_says_of_a_file(
    good: list[dict[str, Any]], officially_good: Verdict, tmp_path: Path
) -> None:
    values = [good[0], *(mutant(good, number) for number in range(400))]
    file = tmp_path / "mutants.json"
    file.write_text(json.dumps(values))

    reader = DataReader(str(file))
    errors = JSONSchemaValidator(SchemaBODS(reader, LibCoveBODSConfig())).validate(reader)

    faulty = {error.json()["path"][0] for error in errors}
    assert faulty == {place for place, value in enumerate(values) if not officially_good(value)}
