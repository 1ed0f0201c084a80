"""`bods at` tells who owned what on a day, what changed between two, and the life of a record."""

import orjson
import pytest

from tests.bods.checks.raw import entity, owns, person, shares


@pytest.fixture
def story(write):
    """Ana holds 60 percent of Alfa from 2024 on; from June 2025 it is 30 percent; a correction of July 2025 says 35."""
    later = {"recordStatus": "updated", "statementDate": "2025-06-01"}

    def published(day: str) -> dict:
        return {
            "publicationDetails": {
                "publicationDate": day,
                "bodsVersion": "0.4",
                "publisher": {"name": "Example"},
            }
        }

    return write(
        entity(),
        person(),
        owns("ana", "alfa", shares(60)),
        owns("ana", "alfa", shares(30), fields=later | published("2025-06-02")),
        owns("ana", "alfa", shares(35), fields=later | published("2025-07-01")),
    )


@pytest.mark.parametrize(
    ("on", "known", "share"),
    [("2025-01-01", None, "60 %"), ("2025-08-01", None, "35 %"), ("2025-08-01", "2025-06-15", "30 %")],
)
def test_owners_are_told_for_a_day_as_it_was_known(
    run, story, on: str, known: str | None, share: str
) -> None:
    code, out, _ = run("at", story, "--on", on, *(["--known", known] if known else []))

    assert code == 0
    assert "Alfa Works Ltd [alfa]" in out
    assert "Ana Example [ana]" in out
    assert f"shareholding, {share}, direct, beneficial owner" in out


def test_programs_get_the_statements_that_count(run, story) -> None:
    _, out, _ = run("at", story, "--on", "2025-01-01", "--json")

    assert [orjson.loads(line)["recordId"] for line in out.splitlines()] == ["alfa", "ana", "ana-in-alfa"]


def test_changes_of_the_world_and_of_knowledge_are_told_apart(run, story) -> None:
    _, world, _ = run("at", story, "--since", "2025-01-01", "--on", "2025-08-01")
    _, knowledge, _ = run("at", story, "--on", "2025-08-01", "--known-since", "2025-06-15")

    assert "ana-in-alfa changed (world)" in world
    assert "/recordDetails/interests/0/share/exact: 60 -> 35" in world
    assert "ana-in-alfa changed (knowledge, a correction)" in knowledge
    assert "30 -> 35" in knowledge


def test_the_life_of_a_record_is_told_step_by_step(run, story) -> None:
    _, out, _ = run("at", story, "--record", "ana-in-alfa")
    _, objects, _ = run("at", story, "--record", "ana-in-alfa", "--json")

    assert [line.split(",")[0] for line in out.splitlines() if not line.startswith(" ")] == [
        "2024-01-01 new",
        "2025-06-01 updated",
        "2025-06-01 corrected",
    ]
    assert [orjson.loads(line)["kind"] for line in objects.splitlines()] == ["new", "updated", "corrected"]


def test_one_network_can_be_asked_for_alone(run, write) -> None:
    file = write(entity(), entity("beta", fields={"declarationSubject": "beta"}))

    _, out, _ = run("at", file, "--subject", "beta")

    assert "1 records open" in out


def test_what_is_no_statement_sends_to_validate(run, write) -> None:
    code, _, err = run("at", write({"statementId": 5}))

    assert code == 1
    assert "bods validate" in err


def test_a_file_that_cannot_be_read_says_so(run) -> None:
    assert run("at", "no-such-file.json")[0] == 2
