"""`flask owners` tells who owned a company on a day, as known on a day, and what proves it."""

import json
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.factories.desks import kept_in
from tests.factories.pictures import Hold
from tests.factories.tenders import keep_owners

MAY = datetime(2026, 5, 4, 9, tzinfo=UTC)


def story(session: Session) -> None:
    """Kaiti owns 70 % of Alfa and belongs to Ana; in May Alfa tells that Kaiti sold it all to Ben in March."""
    keep_owners(session, ("Ana", "kaiti", 60), ("kaiti", "alfa", 70))
    sold = Hold("kaiti", "alfa", 70, end=date(2026, 3, 20), declared=date(2026, 5, 4))
    bought = Hold("Ben", "alfa", 70, start=date(2026, 3, 20), declared=date(2026, 5, 4))
    keep_owners(session, sold, bought, now=MAY)


def told(app: Flask, *arguments: str) -> dict[str, dict[str, object]]:
    result = app.test_cli_runner().invoke(args=["owners", *arguments, "--json"])
    assert result.exit_code == 0, result.output
    return {each["name"]: each for each in json.loads(result.output)["owners"]}


def test_an_owner_through_a_company_is_told_with_the_share_and_each_statement(app: Flask) -> None:
    kept_in(app, story, check=False)

    found = told(app, "alfa", "--at", "2026-03-09", "--known", "2026-03-31")

    assert found["Ana"]["economic"] == {
        "low": "42", "high": "42", "lowExcluded": False, "highExcluded": False,
    }  # fmt: skip
    assert (found["Ana"]["ultimate"], found["Kaiti Ltd"]["ultimate"]) == (True, False)
    (chain,) = found["Ana"]["chains"]  # type: ignore[misc]
    assert [(step["holder"], step["held"]) for step in chain] == [
        ("Ana", "Kaiti Ltd"),
        ("Kaiti Ltd", "Alfa Ltd"),
    ]
    assert found["Ana"]["statements"] == [step["statement"] for step in chain]


def test_what_was_learnt_later_counts_only_when_asked_as_known_later(app: Flask) -> None:
    kept_in(app, story, check=False)

    then = told(app, "alfa", "--at", "2026-04-01", "--known", "2026-04-01")
    now = told(app, "alfa", "--at", "2026-04-01", "--known", "2026-05-04")

    assert set(then) == {"Ana", "Kaiti Ltd"}
    assert set(now) == {"Ben"}


def test_a_company_is_found_by_its_number_and_told_in_lines(app: Flask) -> None:
    kept_in(app, story, check=False)

    result = app.test_cli_runner().invoke(args=["owners", "KAITI", "--at", "2026-03-09"])

    head, ana, link = result.output.splitlines()
    assert head.startswith("Kaiti Ltd (kaiti) on 2026-03-09, as known on ")
    assert ana == "  Ana: 60\u00a0%, by majority"
    assert link.startswith("    Ana > Kaiti Ltd 60-60 %  [")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["NOBODY-1"], "No company with the number or record id NOBODY-1 has declared."),
        (["alfa", "--known", "2025-12-31"], "Nothing was known of alfa on 2025-12-31."),
        (["alfa", "--at", "yesterday"], "'yesterday' does not match the format"),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(app: Flask, asked: list[str], says: str) -> None:
    kept_in(app, story, check=False)

    result = app.test_cli_runner().invoke(args=["owners", *asked])

    assert result.exit_code != 0
    assert says in result.output
