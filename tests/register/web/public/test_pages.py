"""Every public page: it stands, it is well formed, it has its data beside it, and it tells no secret."""

import pytest
from flask.testing import FlaskClient

from register.extensions import db
from register.store import published
from tests.factories.page import Page
from tests.register.web.public.conftest import Small

SECRETS = ("canary", "Loser9", "LOSER9", "Zawadi", "Beta Hidden", "1980-02-29", "KEN-IDCARD", "open-well")


def addresses(small: Small) -> list[str]:
    """Every page, and every page as data."""
    with small.app.app_context():
        latest = published.latest(db.session)
        assert latest is not None
        pages = [
            small.page,
            f"/people/{small.mwikali}",
            f"/contracts/{small.roof}",
            f"/contracts/{small.shed}",
            f"/statements/{latest.statement_id}",
            "/companies",
            "/contracts",
            "/flags",
            "/flags/shared-owner",
        ]
    return [
        "/",
        "/figures.json",
        "/search",
        "/search?q=alfa",
        "/search.json?q=alfa",
        "/search?q=school",
        "/search?q=zawadi",
        "/data",
        "/words",
        "/privacy",
        "/contracts?waiting=yes",
        "/contracts.json?waiting=yes",
        f"{small.page}?past=yes",
        f"{small.page}?as_of=2024-06-01",
        f"{small.page}/bods.json",
        f"{small.page}/picture.svg",
        "/data/bods.json",
        "/data/bods.jsonl",
        *pages,
        *(f"{page}.json" for page in pages),
    ]


def test_every_page_stands_and_is_well_formed(client: FlaskClient, small: Small) -> None:
    for address in addresses(small):
        answer = client.get(address, buffered=True)

        assert answer.status_code == 200, address
        if answer.mimetype == "text/html":
            assert len(Page(answer.text).all("h1")) == 1, address


def test_an_empty_register_has_every_list_too(client: FlaskClient) -> None:
    for address in ("/", "/search?q=alfa", "/companies", "/contracts", "/contracts?waiting=yes", "/data"):
        assert Page(client.get(address).text).all("h1"), address
    assert client.get("/data/bods.json").data == b"[]\n"
    assert client.get("/figures.json").get_json()["winners"] == 0


def test_no_page_and_no_file_tells_a_secret_a_loser_or_an_open_tender(
    client: FlaskClient, small: Small
) -> None:
    for address in addresses(small):
        text = client.get(address).text
        told = [secret for secret in SECRETS if secret in text]

        assert told == [] or address == "/search?q=zawadi", (address, told)


def test_no_public_page_shows_a_finding(client: FlaskClient, small: Small) -> None:
    for address in (f"/contracts/{small.shed}", f"/contracts/{small.shed}.json", "/contracts?waiting=yes"):
        assert "had not declared its owners by" not in client.get(address).text


@pytest.mark.parametrize("suffix", ["", ".json", "/bods.json", "/picture.svg"])
def test_what_is_not_published_looks_like_what_does_not_exist(
    client: FlaskClient, small: Small, suffix: str
) -> None:
    hidden = client.get(f"/companies/{small.beta}{suffix}")
    unknown = client.get(f"/companies/um-0000000000000000{suffix}")

    assert hidden.status_code == unknown.status_code == 404
    assert hidden.text.replace(small.beta, "") == unknown.text.replace("um-0000000000000000", "")


@pytest.mark.parametrize(
    "address", ["/people/nobody", "/contracts/ocds-story-open-well", "/statements/none", "/flags/none"]
)
def test_what_nobody_published_is_not_found_as_a_page_or_as_data(
    client: FlaskClient, small: Small, address: str
) -> None:
    assert client.get(address).status_code == 404
    assert client.get(f"{address}.json").status_code == 404


def test_a_page_may_be_kept_by_anyone_and_says_when_it_is_the_same(client: FlaskClient, small: Small) -> None:
    first = client.get(small.page)

    assert "public" in first.headers["Cache-Control"]
    assert "Set-Cookie" not in first.headers
    assert client.get(small.page, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_an_address_with_nothing_behind_it_says_what_to_do(client: FlaskClient) -> None:
    for address in ("/companies/nothing", "/no-such-page"):
        answer = client.get(address)

        assert answer.status_code == 404
        assert "Check the address, or search the register." in answer.text
