"""A file is of a version of the standard that exists."""

import pytest

from tests.bods.checks.raw import Json, entity, person, told

CODE = "unknown_schema_version_used"


def of(version: str) -> Json:
    return {
        "publicationDetails": {
            "publicationDate": "2024-01-02",
            "bodsVersion": version,
            "publisher": {"name": "X"},
        }
    }


@pytest.mark.parametrize("version", ["0.5", "1.0", "0.1", "0.4.0"])
def test_a_version_that_does_not_exist_is_found_once_for_the_file(version: str) -> None:
    (found,) = told(CODE, entity(fields=of(version)), person(fields=of(version)))

    assert found.place is None
    assert found.pointer == "/publicationDetails/bodsVersion"


@pytest.mark.parametrize("version", ["0.2", "0.3", "0.4"])
def test_a_version_that_exists_is_not(version: str) -> None:
    assert told(CODE, entity(fields=of(version))) == []


def test_only_the_first_statement_is_asked() -> None:
    assert told(CODE, entity(), person(fields=of("0.5"))) == []


def test_a_file_that_does_not_say_is_not() -> None:
    assert told(CODE, entity(fields={"publicationDetails": None})) == []
