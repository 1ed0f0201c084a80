"""`flask raise-flags` asks the flags of some tenders, or of all, and says what came of it."""

import json
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from register.extensions import db
from register.store import findings
from tests.factories.desks import kept_in
from tests.factories.tenders import keep_owners, keep_tender


def county(session: Session) -> None:
    keep_tender(session, bids={"roof": ("alfa", "beta")})
    keep_tender(session, bids={"shed": ("gama",)})
    keep_owners(session, ("Ana", "alfa", 30), ("Ana", "beta", 30), declared=("gama",))


def checked(app: Flask) -> list[str]:
    with app.app_context():
        return [
            ocid
            for ocid in ("ocds-story-roof", "ocds-story-shed")
            if findings.screening_of(db.session, ocid) is not None
        ]


def test_all_tenders_are_asked_and_kept(app: Flask) -> None:
    kept_in(app, county, check=False)

    result = app.test_cli_runner().invoke(args=["raise-flags", "--all"])

    assert result.exit_code == 0
    assert "2 processes asked" in result.output
    assert checked(app) == ["ocds-story-roof", "ocds-story-shed"]


def test_asked_again_nothing_is_new(app: Flask) -> None:
    kept_in(app, county)

    result = app.test_cli_runner().invoke(args=["raise-flags", "--all"])

    assert ", 0 of them new." in result.output


def test_all_are_asked_across_tenders_too(app: Flask) -> None:
    kept_in(app, county, check=False)

    result = app.test_cli_runner().invoke(args=["raise-flags", "--all"])

    assert "awards asked across tenders" in result.output


def test_the_flags_across_tenders_can_be_asked_alone(app: Flask) -> None:
    kept_in(app, county, check=False)

    result = app.test_cli_runner().invoke(args=["raise-flags", "--across"])

    assert result.exit_code == 0
    assert "processes asked" not in result.output
    assert checked(app) == []


def test_one_tender_alone_is_asked_by_its_ocid(app: Flask) -> None:
    kept_in(app, county, check=False)

    app.test_cli_runner().invoke(args=["raise-flags", "ocds-story-shed"])

    assert checked(app) == ["ocds-story-shed"]


def later(session: Session) -> None:
    """In May another tender is published, and Kaiti, who owns Gama, tells who owns it."""
    may = datetime(2026, 5, 4, 9, tzinfo=UTC)
    keep_tender(session, bids={"roof": ("alfa", "beta")})
    keep_tender(session, bids={"shed": ("gama",)})
    keep_owners(session, ("Ana", "alfa", 60), ("kaiti", "gama", 60))
    keep_tender(session, bids={"well": ("delta",)}, now=may)
    keep_owners(session, ("Ben", "kaiti", 60), now=may)


def test_what_is_new_since_a_day_is_asked_through_chains_too_and_nothing_else(app: Flask) -> None:
    kept_in(app, later, check=False)

    result = app.test_cli_runner().invoke(args=["raise-flags", "--since", "2026-05-04", "--json"])

    told = json.loads(result.output)
    assert [each["ocid"] for each in told["processes"]] == ["ocds-story-shed", "ocds-story-well"]
    assert all(len(each["new"]) == each["found"] for each in told["processes"])
    assert told["across"] is None


def test_since_a_moment_after_everything_nothing_is_asked(app: Flask) -> None:
    kept_in(app, later, check=False)

    result = app.test_cli_runner().invoke(args=["raise-flags", "--since", "2026-05-04T12:01"])

    assert result.output == "0 processes asked, 0 findings, 0 of them new.\n"


def test_all_is_told_as_json_across_tenders_too(app: Flask) -> None:
    kept_in(app, county, check=False)

    result = app.test_cli_runner().invoke(args=["raise-flags", "--all", "--json"])

    told = json.loads(result.output)
    assert len(told["processes"]) == 2
    assert (told["across"]["awards"], told["across"]["failed"]) == (0, [])


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ([], "Name processes, or say --all."),
        (["--all", "ocds-story-roof"], "Name processes, or say --all."),
        (["--all", "--since", "2026-05-04"], "Name processes, or say --all."),
        (["--since", "May"], "'May' does not match the format"),
        (["ocds-nothing"], "'ocds-nothing' is known"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(app: Flask, told: list[str], says: str) -> None:
    result = app.test_cli_runner().invoke(args=["raise-flags", *told])

    assert result.exit_code != 0
    assert says in result.output
