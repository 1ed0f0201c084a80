"""The scheme of a person's identifier begins with who issued the document."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import person

CODE = "person_identifiers_no_valid_iso_3166_1_alpha_3_code"


@pytest.mark.parametrize("scheme", ["KE-IDCARD", "XQQ-PASSPORT", "254-TAXID", "xxa-PASSPORT"])
def test_a_scheme_of_no_country_is_told_at_its_place(scheme: str) -> None:
    found = places(CODE, person(identifiers=[{"scheme": "KEN-IDCARD"}, {"scheme": scheme, "id": "7002"}]))

    assert found == ["/recordDetails/identifiers/1/scheme"]


@pytest.mark.parametrize("scheme", ["KEN-IDCARD", "ken-IDCARD", "UNO-PASSPORT", "XXA-PASSPORT", "D-PASSPORT"])
def test_countries_and_the_other_issuers_of_travel_documents_are_good(scheme: str) -> None:
    assert places(CODE, person(identifiers=[{"scheme": scheme, "id": "7002"}])) == []


@pytest.mark.parametrize("identifier", [{"scheme": "XQQIDCARD"}, {"schemeName": "Example register"}])
def test_what_is_not_two_parts_is_told_by_another_check(identifier: dict[str, str]) -> None:
    assert places(CODE, person(identifiers=[identifier])) == []
