"""The page of lists: what is loaded, how old it is, who stands on it, and a newer one sent by an officer."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from register.access import Role
from register.extensions import db
from register.graph.lists import ListKind
from register.store import audit, lists, outbox
from register.store.lists import NewListed
from tests.factories.desks import at_desk, kept_in
from tests.factories.people import token
from tests.factories.tenders import keep_officials, keep_tender

PAGE = "/oversight/lists"
BARRED = "name,sort,by,reason,since,until\nMbuni Supplies Ltd,body,Regulator,Refused to sign,2026-01-02,2029-01-01\n"


def two_lists(session: Session) -> None:
    """Officials of today, and the barred as they were too long ago; an older list of them was replaced."""
    today = datetime.now(UTC).date()
    keep_officials(session, "Stephen Nzuki", listed_on=today)
    for days, names in ((400, ("Old Ltd",)), (100, ("Kiboko Ltd", "Twiga Ltd"))):
        entries = [NewListed("", each, entity=True, reason="Refused to sign") for each in names]
        day = today - timedelta(days)
        lists.add(session, ListKind.DEBARRED, day, "Gazette", entries, now=datetime.now(UTC))


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    kept_in(app, two_lists, check=False)
    return at_desk(app)


def send(
    client: FlaskClient, body: str, *, kind: str = "debarred", on: date = date(2026, 3, 9)
) -> TestResponse:
    return client.post(
        PAGE,
        data={
            "csrf_token": token(client.get(PAGE)),
            "kind": kind,
            "source": "Regulator, page of barred firms",
            "listed_on-day": str(on.day),
            "listed_on-month": str(on.month),
            "listed_on-year": str(on.year),
            "file": (BytesIO(body.encode()), "barred.csv"),
        },
        follow_redirects=True,
    )


def test_each_list_tells_its_day_its_size_and_when_a_newer_one_is_due(officer: FlaskClient) -> None:
    page = officer.get(PAGE).text

    assert page.count("In force</span>") == 1
    assert page.count("Too old</span>") == 1
    assert page.count("Replaced") == 1
    assert page.count("No such list is loaded") == 2


def test_the_number_of_entries_leads_to_them(app: Flask, officer: FlaskClient) -> None:
    page = officer.get(PAGE).text
    address = page.partition(f'href="{PAGE}/debarred/')[2].partition('"')[0]

    shown = officer.get(f"{PAGE}/debarred/{address}").text

    assert "Kiboko Ltd" in shown
    assert "Twiga Ltd" in shown
    assert "Old Ltd" not in shown
    assert "Refused to sign" in shown
    assert officer.get(f"{PAGE}/sanctioned/{address}").status_code == 404
    assert officer.get(f"{PAGE}/nothing/1").status_code == 404


def test_an_officer_sends_a_list_and_open_tenders_are_asked_again(app: Flask, officer: FlaskClient) -> None:
    today = datetime.now(UTC).date()
    kept_in(
        app,
        lambda session: keep_tender(session, bids={"school-roof": ("alfa",)}, closes=today + timedelta(5)),
        check=False,
    )

    page = send(officer, BARRED).text

    assert "1 entry is loaded." in page
    assert "Regulator, page of barred firms" in page
    with app.app_context():
        assert [each.kind for each in outbox.newest(db.session, ("screen",))] == ["screen"]
        (told,) = [each for each in audit.newest(db.session) if each.action == "list imported"]
    assert told.actor.startswith("account:")


def test_whoever_sent_a_list_stands_beside_it(app: Flask, officer: FlaskClient) -> None:
    before = officer.get(PAGE).text.count("by command")

    page = send(officer, BARRED).text

    assert page.count("by command") == before == 3
    assert page.count("9 March 2026") >= 1


def test_the_same_list_again_is_nothing_new(officer: FlaskClient) -> None:
    send(officer, BARRED)

    assert "this very list is loaded already" in send(officer, BARRED).text


def test_a_faulty_file_loads_nothing_and_its_faults_are_told_by_place(
    app: Flask, officer: FlaskClient
) -> None:
    page = send(officer, BARRED + "Twiga Ltd,body,,,soon,\n").text

    assert "Nothing was loaded: the file has 1 fault." in page
    assert "line 3" in page
    assert "Regulator, page of barred firms</" not in page


def test_a_list_of_nobody_loads_nothing(officer: FlaskClient) -> None:
    assert "nobody in the file is of that kind" in send(officer, BARRED.splitlines()[0]).text


def test_a_list_speaks_of_no_day_to_come(officer: FlaskClient) -> None:
    ahead = datetime.now(UTC).date() + timedelta(2)

    assert "today or earlier" in send(officer, BARRED, on=ahead).text


def test_officials_are_sent_the_same_way_and_their_families_are_shown_to_nobody(
    app: Flask, officer: FlaskClient
) -> None:
    seated = (
        "name,role,body,family_name,family_tie\nPeter Kioko,member,Inspection committee,Grace Mbithe,spouse\n"
    )

    page = send(officer, seated, kind="officials", on=datetime.now(UTC).date()).text

    assert "1 entry is loaded." in page
    shown = officer.get(f"{PAGE}/officials/2").text
    assert "Peter Kioko" in shown
    assert "Inspection committee" in shown
    assert "Grace Mbithe" not in shown


def test_an_auditor_reads_and_sends_nothing(app: Flask, officer: FlaskClient) -> None:
    assert "Load the list" not in at_desk(app, Role.AUDITOR).get(PAGE).text
