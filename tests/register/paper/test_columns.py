"""Columns on paper are wide where much is written, and no word is broken that need not be."""

import pytest

from register.paper.columns import widths

ROWS = [["No.", "Finding", "Stands"], ["1", "Ana Mwende owns two of the bidders", "To answer"]]


def test_widths_add_up_to_the_whole() -> None:
    for whole in (12.0, 30.0, 400.0):
        assert sum(widths(ROWS, whole, len)) == pytest.approx(whole)


def test_a_column_of_numbers_is_narrow() -> None:
    number, finding, stands = widths(ROWS, 35, len)

    assert number < stands < finding


def test_no_column_is_narrower_than_its_longest_word_where_there_is_room() -> None:
    assert all(given >= word for given, word in zip(widths(ROWS, 25, len, gap=1), (4, 8, 7), strict=True))


def test_where_words_are_too_wide_all_columns_give_way_alike() -> None:
    assert widths([["aaaa", "bb"]], 3, len) == pytest.approx((2, 1))


def test_a_column_with_nothing_in_it_gets_its_head() -> None:
    empty, _ = widths([["Reason", "Name"], ["", "Ana"]], 10, len)

    assert empty == pytest.approx(6)
