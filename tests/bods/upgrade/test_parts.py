"""Where information came from, and when and by whom it was published."""

from typing import Any

import pytest

from tests.bods.upgrade.olds import PUBLISHED, company, new, told


def _source(source: object) -> Any:
    return new(company(source=source))["alfa"].get("source")


def test_a_source_keeps_all_that_it_says() -> None:
    source = {
        "type": ["officialRegister", "verified"],
        "description": "Register of companies",
        "url": "https://example.org/register",
        "retrievedAt": "2019-07-08T10:37:11Z",
        "assertedBy": [{"name": "Registrar", "uri": "https://example.org/registrar"}],
        "page": 12,
    }

    assert _source(source) == source
    assert told(company(source=source)) == set()


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ({"type": "thirdParty"}, {"type": ["thirdParty"]}),
        ({"assertedBy": {"name": "Registrar"}}, {"assertedBy": [{"name": "Registrar"}]}),
        ({"assertedBy": "Registrar"}, {"assertedBy": [{"name": "Registrar"}]}),
        ({"assertedBy": ["Registrar"]}, {"assertedBy": [{"name": "Registrar"}]}),
    ],
)
def test_one_where_many_may_stand_is_understood(old: dict[str, Any], today: dict[str, Any]) -> None:
    assert _source(old) == today
    assert told(company(source=old)) == set()


def test_an_address_that_is_no_full_one_joins_the_description() -> None:
    assert _source({"url": "www.example.org"}) == {"description": "www.example.org"}
    assert _source({"url": "www.example.org", "description": "Register"}) == {
        "description": "Register (www.example.org)"
    }
    assert told(company(source={"url": "www.example.org"})) == {("/0/source", "url")}


def test_a_type_of_source_that_nobody_knows_is_told_and_the_others_stay() -> None:
    given = {"type": ["gossip", "verified", 7, "hearsay"]}

    assert _source(given) == {"type": ["verified"]}
    assert told(company(source=given)) == {(f"/0/source/type/{place}", "type") for place in (0, 2, 3)}


def test_publication_details_stay_and_are_of_this_version_now() -> None:
    given = {**PUBLISHED, "license": "https://creativecommons.org/publicdomain/zero/1.0/", "edition": 2}

    assert new(company(publicationDetails=given))["alfa"]["publicationDetails"] == {
        **given,
        "bodsVersion": "0.4",
    }
    assert told(company(publicationDetails=given)) == set()


def test_a_licence_that_is_no_web_address_is_told() -> None:
    assert told(company(publicationDetails={**PUBLISHED, "license": "CC0"})) == {
        ("/0/publicationDetails", "license")
    }


def test_a_publication_by_nobody_is_left_out_as_a_whole() -> None:
    given = {**PUBLISHED, "publisher": {}}

    assert "publicationDetails" not in new(company(publicationDetails=given))["alfa"]
    assert told(company(publicationDetails=given)) == {
        ("/0/publicationDetails", "publisher"),
        ("/0", "publicationDetails"),
    }


def test_version_0_1_says_nothing_of_its_publication_and_nothing_is_added() -> None:
    given = company()
    del given["publicationDetails"]

    assert "publicationDetails" not in new(given)["alfa"]
    assert told(given) == set()


def test_an_upgrade_leaves_the_old_file_as_it_was() -> None:
    given = company(identifiers=[{"id": 7}, {"scheme": "KE-RCO", "id": 8}], source={"type": ["gossip"]})
    before = repr(given)

    new(given)

    assert repr(given) == before
