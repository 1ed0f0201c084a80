"""Contracts and people: who won, who owned the winner then, and where else a person stands."""

from flask.testing import FlaskClient

from register.flags import portfolio_registry
from tests.factories.page import Page
from tests.register.web.public.conftest import DANIEL, FAITH, MWIKALI, Small


def test_a_contract_shows_who_owned_the_winner_on_the_day_of_the_award(
    client: FlaskClient, small: Small
) -> None:
    page = Page(client.get(f"/contracts/{small.roof}").text)

    assert "on 1 June 2024" in page.source
    assert DANIEL in page.source
    assert FAITH not in page.source


def test_a_winner_without_a_declaration_is_said_to_wait(client: FlaskClient, small: Small) -> None:
    waiting = Page(client.get("/contracts?waiting=yes").text)
    data = client.get("/contracts.json?waiting=yes").get_json()

    assert "it was due by 15 June 2025" in waiting.source
    assert [(each["ocid"], each["behind"]) for each in data["awards"]] == [(small.shed, None)]
    assert data["awards"][0]["declarationDue"] == "2025-06-15"


def test_the_start_counts_winners_and_leads_to_their_owners(client: FlaskClient, small: Small) -> None:
    figures = client.get("/figures.json").get_json()
    page = Page(client.get("/").text)

    assert (figures["winners"], figures["winnersThatDeclared"]) == (2, 1)
    assert (figures["awards"], figures["awardsThatWait"]) == (2, 1)
    assert "1 of 2" in [each.text for each in page.all("dd", "big")]
    assert f"/people/{small.mwikali}" in {each.attributes.get("href") for each in page.all("a")}


def test_a_person_stands_with_companies_shares_and_what_these_won(client: FlaskClient, small: Small) -> None:
    page = Page(client.get(f"/people/{small.mwikali}").text)
    data = client.get(f"/people/{small.mwikali}.json").get_json()

    assert page.all("h1")[0].text == MWIKALI
    assert "42\u00a0%" in page.source
    assert f"/contracts/{small.roof}" in {each.attributes.get("href") for each in page.all("a")}
    assert [(each["id"], each["interest"]["share"]) for each in data["companies"]] == [
        (small.alfa, {"exact": 42})
    ]


def test_the_flags_are_told_from_their_own_files(client: FlaskClient, small: Small) -> None:
    told = client.get("/flags.json").get_json()["flags"]

    for each in told:
        page = Page(client.get(each["page"]).text)
        assert each["rule"] in page.all("main")[0].text
        assert each["leftOut"] in page.all("main")[0].text


def test_flags_that_look_across_tenders_stand_apart_from_those_of_each_tender(client: FlaskClient) -> None:
    told = client.get("/flags.json").get_json()["flags"]
    page = Page(client.get("/flags").text)

    assert {each["code"] for each in told if each["across"]} == {each.code for each in portfolio_registry()}
    assert page.source.index("Two bidders share an owner") < page.source.index("Across all tenders")
    assert page.source.index("Across all tenders") < page.source.index("Companies in one hand win in turn")
    assert "A question we ask across all tenders" in client.get("/flags/rotation").text
