"""A list of bidders is read as people write it."""

import pytest

from register.elsewhere.listed_bidders import ListedBidder, listed_bidders


@pytest.mark.parametrize(
    ("line", "name", "number"),
    [
        ("Alfa Ltd", "Alfa Ltd", ""),
        ("pvt-7k2xm9qa", "", "PVT-7K2XM9QA"),
        ("Alfa Ltd, PVT-7K2XM9QA", "Alfa Ltd", "PVT-7K2XM9QA"),
        ("PVT-7K2XM9QA;Alfa Ltd", "Alfa Ltd", "PVT-7K2XM9QA"),
        ("Alfa Ltd, PVT-HCYAGBED", "Alfa Ltd", "PVT-HCYAGBED"),
        ("KEN-MASONRY", "KEN-MASONRY", ""),
        ("Alfa\tCPR/2011/123456", "Alfa", "CPR/2011/123456"),
        ('"Mutua, Sons & Co", PVT-1A', "Mutua, Sons & Co", "PVT-1A"),
        ("1st Choice Traders", "1st Choice Traders", ""),
        ("Alfa, Beta", "Alfa, Beta", ""),
    ],
)
def test_a_line_says_a_name_a_number_or_both(line: str, name: str, number: str) -> None:
    assert listed_bidders(line) == (ListedBidder(1, name, number),)


def test_heads_say_which_column_is_which() -> None:
    told = "No.,Bidder,Amount,Registration number\n1,7 Stars,5000000,PVT-1A\n2,Beta Ltd,4000000,\n"

    assert listed_bidders(told) == (ListedBidder(2, "7 Stars", "PVT-1A"), ListedBidder(3, "Beta Ltd", ""))


def test_a_bidder_named_twice_counts_once() -> None:
    assert listed_bidders("Alfa Ltd\n\nALFA LTD\n") == (ListedBidder(1, "Alfa Ltd", ""),)


@pytest.mark.parametrize("nothing", ["", "\n \n", "name,number\n", ",,\n"])
def test_lines_that_say_nothing_are_left_out(nothing: str) -> None:
    assert listed_bidders(nothing) == ()


@pytest.mark.parametrize("odd", ["A" * 200_000, '"' * 9, '"Alfa Ltd', "\x00\x01", "1,2,3,4,5"])
def test_whatever_a_line_holds_it_is_read(odd: str) -> None:
    assert all(len(each.name) <= 300 for each in listed_bidders(odd))
