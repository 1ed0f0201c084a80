"""The feed: an address that is shown once and can be renewed, and titles with links to whoever signs in."""

from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.access import Role
from register.extensions import db
from register.graph.picture import PartyKind
from register.models.feeds import FeedAddressRow
from register.store import accounts, audit, owner_changes, watches
from register.store.owner_changes import Turn
from register.store.owner_generations import KeptOwner
from register.store.watches import CONTRACTORS
from tests.factories.desks import NAME, at_desk, kept_in, number_of, roof
from tests.factories.page import Page
from tests.factories.people import token

PAGE = "/oversight/feed"
ATOM = "{http://www.w3.org/2005/Atom}"
EMAIL = "reader@county.example"


def changed(session: Session) -> None:
    """An owner of Alfa, which holds a contract, went."""
    went = KeptOwner("k", PartyKind.PERSON, NAME, None, (), True, True)
    owner_changes.add(session, "alfa", [(Turn.WENT, went)], contracted=True, now=datetime.now(UTC))


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    kept_in(app, roof)
    return at_desk(app, email=EMAIL)


def sent(client: FlaskClient, wanted: str) -> str:
    answer = client.post(PAGE, data={"csrf_token": token(client.get(PAGE)), "wanted": wanted})
    assert answer.status_code == 200
    return answer.text


def address(client: FlaskClient) -> str:
    """Make an address; gives its path."""
    page = sent(client, "make")
    (told,) = [each.text for each in Page(page).all("p") if each.attributes.get("class") == "id"]
    return "/oversight" + told.partition("/oversight")[2]


def entries(app: Flask, path: str) -> list[tuple[str, str]]:
    """What a reader who is not signed in gets: titles and links."""
    answer = app.test_client().get(path)
    assert answer.mimetype == "application/atom+xml"
    feed = ET.fromstring(answer.data)  # noqa: S314 (our own)
    return [
        (each.findtext(f"{ATOM}title", ""), each.find(f"{ATOM}link").attrib["href"])  # type: ignore[union-attr]
        for each in feed.findall(f"{ATOM}entry")
    ]


def test_a_feed_is_read_without_signing_in_and_tells_titles_and_links_alone(
    app: Flask, officer: FlaskClient
) -> None:
    path = address(officer)

    told = entries(app, path)

    assert any(title.startswith("Two bidders share an owner: tender ") for title, _ in told)
    assert all("/tenders/ocds-story-school-roof/findings/" in link for _, link in told)
    body = app.test_client().get(path).text
    assert not any(name in body for name in (NAME, "Stephen Nzuki", "Alfa Ltd", "Beta Ltd"))
    assert app.test_client().get(urlsplit(told[0][1]).path).status_code == 302


def test_a_watched_company_is_named_and_not_who_came_or_went(app: Flask, officer: FlaskClient) -> None:
    number = int(number_of(app, EMAIL))
    kept_in(
        app,
        lambda session: watches.begin(session, number, CONTRACTORS, datetime.now(UTC)),
        changed,
        check=False,
    )

    told = entries(app, address(officer))

    assert [title for title, _ in told if title.startswith("The owners of")] == ["The owners of alfa changed"]
    assert not any(NAME in title for title, _ in told)


def test_what_happened_before_one_watched_is_not_told(app: Flask, officer: FlaskClient) -> None:
    number = int(number_of(app, EMAIL))
    kept_in(
        app,
        changed,
        lambda session: watches.begin(session, number, CONTRACTORS, datetime.now(UTC)),
        check=False,
    )

    assert not any(title.startswith("The owners of") for title, _ in entries(app, address(officer)))


def test_a_new_address_takes_the_place_of_the_old_one_and_is_shown_once(
    app: Flask, officer: FlaskClient
) -> None:
    first, second = address(officer), address(officer)

    assert app.test_client().get(first).status_code == 404
    assert app.test_client().get(second).status_code == 200
    assert second not in officer.get(PAGE).text
    with app.app_context():
        made = [each for each in audit.newest(db.session) if each.action == "feed address made"]
    assert len(made) == 2
    assert all(second.rpartition("/")[2] not in str(each) for each in made)


def test_an_ended_feed_is_found_no_more(app: Flask, officer: FlaskClient) -> None:
    path = address(officer)

    page = sent(officer, "end")

    assert "You have no address yet." in page
    assert app.test_client().get(path).status_code == 404


def test_whoever_no_longer_works_here_reads_nothing(app: Flask, officer: FlaskClient) -> None:
    path, number = address(officer), int(number_of(app, EMAIL))
    kept_in(app, lambda session: accounts.set_active(session, number, active=False), check=False)

    assert app.test_client().get(path).status_code == 404


def test_a_wrong_secret_is_not_found(app: Flask, officer: FlaskClient) -> None:
    address(officer)

    assert app.test_client().get("/oversight/feed/" + "x" * 43).status_code == 404


def test_auditors_have_a_feed_and_suppliers_none(app: Flask) -> None:
    assert at_desk(app, Role.AUDITOR).get(PAGE).status_code == 200
    assert at_desk(app, Role.SUPPLIER).get(PAGE).status_code == 403


def test_only_a_hash_of_the_secret_is_kept(app: Flask, officer: FlaskClient) -> None:
    secret = address(officer).rpartition("/")[2]

    with app.app_context():
        kept = db.session.scalars(select(FeedAddressRow)).one()

    assert kept.secret_hash == sha256(secret.encode()).hexdigest()
