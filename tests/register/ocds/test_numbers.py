"""Official numbers of companies, written one way."""

import pytest

from register.ocds.numbers import is_number, plain_number


@pytest.mark.parametrize(
    "written", ["", " ", "N/A", "n/a", "N. A.", "none", "Nil", "-", "0", "000", "xxx", "Not available"]
)
def test_what_stands_where_there_is_no_number_is_none(written: str) -> None:
    assert not is_number(written)


@pytest.mark.parametrize("written", ["PVT-GQ496RAF", "CPR/2010/1", "100", "A-0", "PVT-NONE", "7"])
def test_a_number_is_one_however_short(written: str) -> None:
    assert is_number(written)


@pytest.mark.parametrize(
    ("scheme", "written", "plain"),
    [
        ("X-KE-OCMAKUENI", "x-ke-ocmakueni-146 001", "146001"),
        ("KE-RCO", " pvt-alfa ", "PVT-ALFA"),
        ("KE-RCO", "KE-RCO-", "KE-RCO-"),
        ("", "-7", "-7"),
    ],
)
def test_a_number_is_written_without_its_scheme_and_spaces(scheme: str, written: str, plain: str) -> None:
    assert plain_number(scheme, written) == plain
