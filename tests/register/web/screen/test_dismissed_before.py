"""A like name that was dismissed in one tender: the next one shows that, and the same can be said with one button."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.store import officials
from register.store.officials import NewOfficial
from tests.factories.desks import at_desk, finding, kept_in
from tests.factories.page import Page
from tests.factories.people import token
from tests.factories.tenders import LISTED, NOW, keep_owners, keep_tender

REASON = "Another person: the identity cards lie side by side in file 7."
SAME = "Dismiss for the same reason"


def two_tenders(session: Session) -> None:
    """Stephen owns Alfa, which bids twice; somebody of a name like his sits on every committee."""
    for title in ("school-roof", "village-well"):
        keep_tender(session, bids={title: ("alfa", "beta")})
    keep_owners(session, ("Stephen Nzuki", "alfa", 100), ("Grace Mbithe", "beta", 100))
    named = [NewOfficial("Stephen Nzuki", "member", "Evaluation committee")]
    officials.add_list(session, LISTED, "Gazette 12", named, now=NOW)


def page(officer: FlaskClient, title: str) -> str:
    return officer.get(f"/tenders/ocds-story-{title}").text


def decided(app: Flask, officer: FlaskClient, title: str, kind: str = "dismiss") -> None:
    """Decide about the finding as the form does."""
    ocid = f"ocds-story-{title}"
    found = finding(app, ocid, "owner-is-official").finding
    before = f"f{found.fingerprint[:12]}"
    sent = officer.post(
        f"/tenders/{ocid}/findings/{found.fingerprint}",
        data={
            "csrf_token": token(officer.get(f"/tenders/{ocid}")),
            f"{before}-kind": kind,
            f"{before}-reason": REASON,
            f"{before}-seen": "0",
        },
    )
    assert sent.status_code == 302


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    kept_in(app, two_tenders)
    return at_desk(app)


def test_a_match_dismissed_in_one_tender_is_shown_in_the_next_with_its_reason(
    app: Flask, officer: FlaskClient
) -> None:
    assert "was dismissed in another tender" not in page(officer, "village-well")

    decided(app, officer, "school-roof")

    told = page(officer, "village-well")
    assert told.count("was dismissed in another tender") == 1
    assert REASON in told
    assert SAME in told


def test_the_same_can_be_said_with_one_button(app: Flask, officer: FlaskClient) -> None:
    decided(app, officer, "school-roof")
    shown = Page(officer.get("/tenders/ocds-story-village-well").text)
    found = finding(app, "ocds-story-village-well", "owner-is-official").finding
    address = f"/tenders/ocds-story-village-well/findings/{found.fingerprint}"
    name = f"f{found.fingerprint[:12]}"
    sent = {
        each.attributes["name"]: each.attributes.get("value", "")
        for each in shown.all("input")
        if each.attributes.get("type") == "hidden"
        and each.attributes.get("name") in {"csrf_token", f"{name}-kind", f"{name}-reason", f"{name}-seen"}
    }

    answer = officer.post(address, data=sent)

    assert answer.status_code == 302
    kept = finding(app, "ocds-story-village-well", "owner-is-official")
    assert [(each.kind.value, each.reason) for each in kept.decisions] == [("dismiss", REASON)]
    assert SAME not in page(officer, "village-well")


def test_a_match_that_was_confirmed_elsewhere_is_not_called_dismissed(
    app: Flask, officer: FlaskClient
) -> None:
    decided(app, officer, "school-roof", kind="confirm")

    assert "was dismissed in another tender" not in page(officer, "village-well")
