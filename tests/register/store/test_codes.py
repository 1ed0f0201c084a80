"""One-time codes of staff."""

from datetime import UTC, datetime, timedelta

import pytest

from register.store import codes

#: The secret and two moments of RFC 6238, appendix B.
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
NOW = datetime(2026, 3, 2, 9, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize(("second", "code"), [(59, "287082"), (1111111109, "081804")])
def test_codes_are_those_of_the_standard(second: int, code: str) -> None:
    assert codes.code_at(RFC_SECRET, datetime.fromtimestamp(second, UTC)) == code


@pytest.mark.parametrize(("seconds", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_one_step_out(seconds: int, fits: bool) -> None:
    typed = codes.code_at(RFC_SECRET, NOW + timedelta(seconds=seconds))

    step = codes.step_of(RFC_SECRET, typed, now=NOW)

    assert (step is not None) is fits
    assert step in (None, codes.step_at(NOW) + seconds // 30)


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "٠١٢٣٤٥", "\udcff" * 6])
def test_what_is_no_code_fits_no_step(typed: str) -> None:
    assert codes.step_of(RFC_SECRET, typed, now=NOW) is None


def test_a_space_in_the_middle_is_forgiven() -> None:
    code = codes.code_at(RFC_SECRET, NOW)

    assert codes.step_of(RFC_SECRET, f" {code[:3]} {code[3:]} ", now=NOW) == codes.step_at(NOW)


def test_a_key_is_read_by_phones_and_typed_in_groups() -> None:
    assert codes.address(RFC_SECRET, "ana@umiliki.example") == (
        f"otpauth://totp/Umiliki:ana%40umiliki.example?secret={RFC_SECRET}&issuer=Umiliki"
    )
    assert codes.in_groups("ABCDEFGHIJ") == "ABCD EFGH IJ"
