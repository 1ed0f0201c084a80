"""The scheme of a person's identifier ends with the kind of document."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import person

CODE = "person_identifiers_not_passport_taxid_idcard"


@pytest.mark.parametrize("scheme", ["KEN-LIBRARY", "KEN-idcard", "UNO-ID", "KEN-TAX"])
def test_a_scheme_of_no_kind_of_document_is_told_at_its_place(scheme: str) -> None:
    found = places(CODE, person(identifiers=[{"scheme": "KEN-IDCARD"}, {"scheme": scheme, "id": "7002"}]))

    assert found == ["/recordDetails/identifiers/1/scheme"]


@pytest.mark.parametrize("scheme", ["KEN-IDCARD", "KEN-TAXID", "KEN-PASSPORT", "UNO-PASSPORT"])
def test_the_three_kinds_of_documents_are_good(scheme: str) -> None:
    assert places(CODE, person(identifiers=[{"scheme": scheme, "id": "7002"}])) == []


@pytest.mark.parametrize("identifier", [{"scheme": "XQQ-LIBRARY"}, {"scheme": "KEN"}, {"schemeName": "Own"}])
def test_what_is_wrong_before_the_kind_is_told_by_another_check(identifier: dict[str, str]) -> None:
    assert places(CODE, person(identifiers=[identifier])) == []
