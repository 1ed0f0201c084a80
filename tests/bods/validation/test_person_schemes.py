"""Schemes of persons' identifiers: an issuer and a kind of document."""

import pytest

from bods.validation.person_schemes import Part, wrong_part


@pytest.mark.parametrize(
    "scheme", ["KEN-IDCARD", "ken-TAXID", "GBR-PASSPORT", "XXA-PASSPORT", "D-PASSPORT", None]
)
def test_a_good_scheme_or_none_has_no_wrong_part(scheme: str | None) -> None:
    assert wrong_part(scheme) is None


@pytest.mark.parametrize(
    ("scheme", "part"),
    [
        ("", Part.COMPOSITION),
        ("KEN", Part.COMPOSITION),
        ("KEN-", Part.COMPOSITION),
        ("-IDCARD", Part.COMPOSITION),
        ("KEN-ID-CARD", Part.COMPOSITION),
        ("KE-IDCARD", Part.ISSUER),
        ("d-PASSPORT", Part.ISSUER),
        ("XQQ-LIBRARY", Part.ISSUER),
        ("KEN-LIBRARY", Part.DOCUMENT),
        ("KEN-idcard", Part.DOCUMENT),
    ],
)
def test_the_first_wrong_part_is_told(scheme: str, part: Part) -> None:
    assert wrong_part(scheme) is part
