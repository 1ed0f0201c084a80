"""Addresses and numbers are found by one way of writing them."""

import pytest

from register.store.contacts import Contact, ContactKind, contact, masked, spelled

EMAIL, PHONE = ContactKind.EMAIL, ContactKind.PHONE


@pytest.mark.parametrize(
    "typed",
    ["0712345678", "0712 345 678", "+254712345678", "+254 (0) 712-345-678", "254712345678", " 712345678 "],
)
def test_a_kenyan_number_is_one_however_it_is_written(typed: str) -> None:
    assert contact(typed, "KE") == Contact(PHONE, "+254712345678")


def test_a_number_of_another_country_bears_its_code() -> None:
    assert contact("+44 7700 900123", "KE") == Contact(PHONE, "+447700900123")


def test_an_address_is_found_in_any_case() -> None:
    assert contact(" Ana@Umiliki.Example ", "KE") == Contact(EMAIL, "ana@umiliki.example")


@pytest.mark.parametrize(
    "typed",
    ["", "ana", "ana@", "@umiliki.example", "ana@example", "a b@umiliki.example", "12", "+", "0712 345 678 ext. 9",
     "call me", "++254712345678", "9" * 40, "ana@umiliki.example\nBcc: b@c.example", "٠٧١٢٣٤٥٦٧x"],
)  # fmt: skip
def test_what_is_neither_is_nothing_and_is_spelled_as_typed(typed: str) -> None:
    assert contact(typed, "KE") is None
    assert spelled(typed, "KE") == typed.strip().casefold()


def test_a_contact_is_known_again_but_not_told() -> None:
    assert masked(Contact(PHONE, "+254712345678")) == "+254***678"
    assert masked(Contact(EMAIL, "ana@umiliki.example")) == "a***@umiliki.example"
    assert "712345678" not in repr(Contact(PHONE, "+254712345678"))
