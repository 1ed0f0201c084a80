"""`flask raise-flags` asks the flags of some tenders, or of all, and says what came of it."""

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


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ([], "Name processes, or say --all."),
        (["--all", "ocds-story-roof"], "Name processes, or say --all."),
        (["ocds-nothing"], "'ocds-nothing' is known"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(app: Flask, told: list[str], says: str) -> None:
    result = app.test_cli_runner().invoke(args=["raise-flags", *told])

    assert result.exit_code != 0
    assert says in result.output
