"""Addresses: how many, and how well they are told."""

from typing import Any


class Addresses:
    """Addresses of entities and persons, places of birth among them."""

    def __init__(self) -> None:
        self._all = self._post_codes = self._countries = self._twice = 0

    def count(self, statement: dict[str, Any]) -> None:
        kind = statement.get("recordType")
        details = statement.get("recordDetails", {})
        if kind in {"entity", "person"}:
            for address in details.get("addresses", ()):
                self._count(address)
        if kind == "person" and "placeOfBirth" in details:
            self._count(details["placeOfBirth"])

    def _count(self, address: dict[str, Any]) -> None:
        self._all += 1
        post_code = address.get("postCode")
        self._post_codes += bool(post_code)
        self._countries += bool(address.get("country"))
        if post_code and post_code.lower() in address.get("address", "").lower():
            self._twice += 1

    def figures(self) -> dict[str, int | dict[str, int]]:
        return {
            "count_addresses": self._all,
            "count_addresses_with_postcode": self._post_codes,
            "count_addresses_with_country": self._countries,
            "count_addresses_with_postcode_duplicated_in_address": self._twice,
        }
