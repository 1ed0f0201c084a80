"""Search: however a name is spelled, it is found, and says what it is."""

import pytest
from flask.testing import FlaskClient

from tests.factories.page import Page
from tests.register.web.public.conftest import JOSEPH, MWIKALI, Small


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ng'ang'a", JOSEPH),
        ("nganga", JOSEPH),
        ("NG’ANG’A KARIUKI", JOSEPH),
        ("mwikali nduku", MWIKALI),
        ("Mwikalli Mutisso", MWIKALI),
        ("alfa bilders limited", "Alfa Builders Ltd"),
        ("PVT-ALFA01", "Alfa Builders Ltd"),
        ("pvt-alfa01", "Alfa Builders Ltd"),
    ],
)
def test_a_name_or_number_is_found_however_it_is_spelled(
    client: FlaskClient, small: Small, words: str, name: str
) -> None:
    found = client.get("/search.json", query_string={"q": words}).get_json()

    assert name in [each["name"] for each in found["names"]]


def test_each_result_says_what_it_is_and_leads_to_its_page(client: FlaskClient, small: Small) -> None:
    page = Page(client.get("/search?q=mwikali").text)

    (result,) = [each for each in page.all("li") if MWIKALI in each.text]
    assert "Person" in result.text
    assert "Identity confirmed" in result.text
    assert "Alfa Builders Ltd" in result.text
    assert f"/people/{small.mwikali}" in {each.attributes.get("href") for each in page.all("a")}


def test_a_tender_code_or_title_finds_the_awarded_contract_alone(client: FlaskClient, small: Small) -> None:
    by_code = client.get("/search.json", query_string={"q": "mkn/school-roof/2026"}).get_json()
    by_title = client.get("/search.json", query_string={"q": "school roof"}).get_json()
    of_an_open_tender = client.get("/search.json", query_string={"q": "open well"}).get_json()

    assert [each["ocid"] for each in by_code["contracts"]] == [small.roof]
    assert [each["ocid"] for each in by_title["contracts"]] == [small.roof]
    assert of_an_open_tender["contracts"] == []


def test_what_is_not_found_stays_in_the_box_with_what_to_do(client: FlaskClient, small: Small) -> None:
    page = Page(client.get("/search", query_string={"q": "<Zawadi> “Unseen”"}).text)

    assert page.at("q").attributes["value"] == "<Zawadi> “Unseen”"
    assert "Nothing was found for" in page.all("main")[0].text
    assert "Try a part of the name" in page.all("main")[0].text


def test_a_page_beyond_the_last_is_empty_and_breaks_nothing(client: FlaskClient, small: Small) -> None:
    for number in ("2", "0", "-1", "x", "99999999999999999999"):
        assert client.get("/search", query_string={"q": "alfa", "page": number}).status_code == 200
        assert client.get("/contracts", query_string={"page": number}).status_code == 200
        assert client.get("/companies", query_string={"page": number}).status_code == 200
