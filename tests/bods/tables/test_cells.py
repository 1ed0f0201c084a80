"""Texts that a spreadsheet might run are marked, and every text is itself again without the mark."""

import pytest
from hypothesis import given

from bods.tables.cells import FITS, guarded, is_risky, unguarded
from tests.bods.tables.odd import odd_texts

RUN = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "＝1", "＋1", "－1", "＠A")


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    "text", ["Alfa Works Ltd", "007", "a=b", "Plot 5 - Wote", "", " ", "O'Neill", "P.O. Box +1"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@given(odd_texts)
def test_every_text_comes_back_and_none_can_be_run(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not is_risky(guarded(text)) or guarded(text).startswith("'")


def test_other_peoples_apostrophes_stay() -> None:
    assert unguarded("'t Hooft") == "'t Hooft"
    assert unguarded(guarded("'t Hooft")) == "'t Hooft"


@pytest.mark.parametrize(
    ("kind", "fitting", "others"),
    [
        ("string", ("a", " ", "a\nb\tc\r"), ("", 7, None, True, "a\0", "\x7f", "\uffff", [])),
        ("boolean", (True, False), (1, 0, "true", None)),
        ("number", (1, 0.5, -1.0, 2**53), (True, "1", None, 2**53 + 1, -(2**60))),
        (
            "date",
            ("2024-02-29",),
            ("2023-02-29", "2024-02", "2024-1-1", "20240101", "２０２４-01-01", 2024, None),
        ),
    ],
)
def test_a_cell_holds_what_its_column_is_for(
    kind: str, fitting: tuple[object, ...], others: tuple[object, ...]
) -> None:
    assert all(FITS[kind](value) for value in fitting)
    assert not any(FITS[kind](value) for value in others)
