"""A file is of one version of the standard."""

from tests.bods.checks.raw import Json, entity, person, told

CODE = "mixed_versions"


def of(version: str) -> Json:
    return {
        "publicationDetails": {
            "publicationDate": "2024-01-02",
            "bodsVersion": version,
            "publisher": {"name": "X"},
        }
    }


def test_two_versions_in_one_file_are_found_once_and_counted() -> None:
    (found,) = told(CODE, entity(), person(fields=of("0.3")), person("ben"))

    assert found.place is None
    assert found.pointer == "/publicationDetails/bodsVersion"
    assert "0.4 (2 of them), 0.3 (1 of them)" in found.sentence


def test_many_invented_versions_do_not_make_a_long_sentence() -> None:
    statements = [person(f"p{number}", fields=of(f"0.{'1' * 5000}{number}")) for number in range(60)]

    (found,) = told(CODE, *statements)

    assert len(found.sentence) < 300
    assert found.sentence.endswith("others.")


def test_one_version_is_not_even_if_some_statements_do_not_say() -> None:
    assert told(CODE, entity(), person(fields={"publicationDetails": None})) == []
