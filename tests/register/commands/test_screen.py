"""`flask screen` tells what the flags say of one tender now, and keeps nothing."""

import json

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from register.extensions import db
from register.store import findings
from tests.factories.desks import kept_in
from tests.factories.pictures import CLOSE
from tests.factories.tenders import keep_owners, keep_tender

CLOSED = CLOSE.isoformat()


def county(session: Session) -> None:
    keep_tender(session, bids={"roof": ("alfa", "beta", "gama")})
    keep_owners(session, ("Ana", "alfa", 60), ("Ana", "kaiti", 80), ("kaiti", "beta", 70), declared=("beta",))


def told(app: Flask, tender: str) -> dict[str, object]:
    result = app.test_cli_runner().invoke(args=["screen", tender, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_findings_are_told_with_their_proof_and_nothing_is_kept(app: Flask) -> None:
    kept_in(app, county, check=False)

    found = told(app, "ocds-story-roof")

    shared = next(each for each in found["findings"] if each["code"] == "shared-owner")
    assert (found["asOf"], found["effectiveBidders"], len(found["bidders"])) == (CLOSED, 2, 3)
    assert shared["bidders"] == ["Alfa Ltd", "Beta Ltd"]
    assert (shared["about"], shared["state"]) == (["Ana"], None)
    assert [len(proof["statements"]) for proof in shared["proofs"]] == [1, 2]
    assert {each["code"] for each in found["notJudged"]} >= {"shared-owner"}
    with app.app_context():
        assert findings.of_process(db.session, "ocds-story-roof") == ()


def test_a_finding_that_is_kept_is_told_with_where_it_stands(app: Flask) -> None:
    kept_in(app, county)

    found = told(app, "MKN/ROOF/2026")

    assert {each["state"] for each in found["findings"]} == {"open"}


def test_in_lines_each_finding_has_its_weight_its_words_and_its_statements(app: Flask) -> None:
    kept_in(app, county)

    result = app.test_cli_runner().invoke(args=["screen", "ocds-story-roof"])

    head, *lines = result.output.splitlines()
    assert head == f"Roof (ocds-story-roof) on {CLOSED}: 3 bidders, 2 in effect."
    (shared,) = [each for each in lines if each.endswith("[shared-owner, open]")]
    assert "Ana" in shared
    assert "%(" not in result.output
    assert any(each.startswith("  Could not be judged of Gama Ltd: ") for each in lines)


def several(session: Session) -> None:
    county(session)
    keep_tender(session, bids={"ROOF": ("delta",)})


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("NONE/1/2026", "No contracting process 'NONE/1/2026' is known."),
        ("MKN/ROOF/2026", "give one of the OCIDs ocds-story-ROOF, ocds-story-roof."),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(app: Flask, asked: str, says: str) -> None:
    kept_in(app, several, check=False)

    result = app.test_cli_runner().invoke(args=["screen", asked])

    assert result.exit_code == 1
    assert says in result.output
