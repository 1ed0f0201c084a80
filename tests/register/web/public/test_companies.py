"""A company's page: who stands behind it on any day, what changed, what it won, and the data itself."""

import pytest
from flask.testing import FlaskClient

from register.extensions import db
from register.store import published
from tests.factories.page import Page
from tests.register.web.public.conftest import DANIEL, FAITH, JOSEPH, MWIKALI, Small


def owners(client: FlaskClient, address: str) -> dict[str, str]:
    """Each name of the owners' table with its line; empty when there is no table."""
    page = Page(client.get(address).text)
    (table,) = [each for each in page.all("table") if each.attributes.get("id") == "owners"]
    names = [each.text.strip() for each in page.all("th") if each.text.strip() in table.text]
    return {
        name: row.text
        for name in names
        for row in page.all("tr")
        if row.text.strip().startswith(name) and row.text.strip() != name
    }


def test_owners_stand_with_their_share_through_the_chain_largest_first(
    client: FlaskClient, small: Small
) -> None:
    text = Page(client.get(small.page).text).at("owners").text

    assert text.index(MWIKALI) < text.index(FAITH) < text.index(JOSEPH)
    assert "42\u00a0%" in owners(client, small.page)[MWIKALI]
    assert "shares, through Kaiti Holdings Ltd (60\u00a0% × 70\u00a0%)" in text
    assert DANIEL not in text


def test_on_an_earlier_day_the_owners_of_that_day_are_shown(client: FlaskClient, small: Small) -> None:
    then = f"{small.page}?as_of-day=1&as_of-month=6&as_of-year=2024"

    assert DANIEL in owners(client, then)
    assert FAITH not in owners(client, then)
    assert "on 1 June 2024" in client.get(then).text
    data = client.get(f"{small.page}.json?as_of=2024-06-01").get_json()
    assert {each["name"] for each in data["behind"]} == {MWIKALI, JOSEPH, DANIEL}


@pytest.mark.parametrize("asked", ["as_of=2024-02-30", "as_of=2999-01-01", "as_of-day=x", "as_of=9"])
def test_a_day_that_cannot_be_is_said_and_today_is_shown(
    client: FlaskClient, small: Small, asked: str
) -> None:
    page = Page(client.get(f"{small.page}?{asked}").text)

    (summary,) = page.all("div", "errors")
    assert "Enter a day" in summary.text
    assert FAITH in page.at("owners").text


def test_interests_that_have_ended_stand_apart_and_only_when_asked_for(
    client: FlaskClient, small: Small
) -> None:
    plain, past = client.get(small.page).text, Page(client.get(f"{small.page}?past=yes").text)

    assert "Interests that have ended" not in plain
    assert past.at("past").text == "Interests that have ended"
    assert DANIEL not in past.at("owners").text
    (row,) = [each.text for each in past.all("tr") if each.text.strip().startswith(DANIEL)]
    assert "30\u00a0% of the shares" in row


def test_the_history_tells_what_the_second_declaration_changed(client: FlaskClient, small: Small) -> None:
    entries = [each.text for each in Page(client.get(small.page).text).all("li") if "2025" in each.text]

    assert any(f"{DANIEL} no longer holds anything in Alfa Builders Ltd." in entry for entry in entries)
    assert any(f"{FAITH}, in Alfa Builders Ltd: 30" in entry for entry in entries)
    assert not any("42" in entry for entry in entries), "a sum over a chain is no new fact"


def test_a_declaration_of_long_ago_says_so(client: FlaskClient, small: Small) -> None:
    assert "Declared over a year ago" in client.get(small.page).text


def test_the_picture_is_drawn_twice_and_leads_to_the_person(client: FlaskClient, small: Small) -> None:
    page = Page(client.get(small.page).text)

    drawn = [each for each in page.all("svg", "pic") if MWIKALI.split()[0] in each.text]
    assert len(drawn) == 2
    assert f"/people/{small.mwikali}" in {each.attributes.get("href") for each in page.all("a")}
    alone = client.get(f"{small.page}/picture.svg")
    assert alone.mimetype == "image/svg+xml"
    assert "<style" not in alone.text
    assert "Kaiti" in alone.text


def test_the_statements_of_a_company_are_the_published_bytes(client: FlaskClient, small: Small) -> None:
    with small.app.app_context():
        texts = [each.text for each in published.of_subject(db.session, small.alfa)]

    answer = client.get(f"{small.page}/bods.json")

    assert answer.data == b"[\n" + b",\n".join(texts) + b"\n]\n"
    statement = client.get(f"/statements/{answer.get_json()[0]['statementId']}.json")
    assert statement.data == texts[0]


def test_the_page_as_data_names_the_same_people_and_contracts(client: FlaskClient, small: Small) -> None:
    data = client.get(f"{small.page}.json").get_json()

    assert [(each["name"], each["share"]) for each in data["behind"]] == [
        (MWIKALI, {"exact": 42}),
        (FAITH, {"exact": 30}),
        (JOSEPH, {"exact": 28}),
    ]
    assert [each["ocid"] for each in data["contracts"]] == [small.roof]
    assert data["behind"][0]["person"] == small.mwikali
