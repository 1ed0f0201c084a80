"""A place's file asked key by key; whatever lacks or cannot be is refused by the name of its key."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from register.jurisdictions.jurisdiction import JurisdictionFaultError, PublicationRule

Table = Mapping[str, object]


class Page:
    """A table of the file that is asked key by key, and names the key that disappoints."""

    def __init__(self, place: str, table: Table, above: str = "") -> None:
        self._place, self._table, self._above = place, table, above

    def _fault(self, key: str, fault: str) -> JurisdictionFaultError:
        return JurisdictionFaultError(self._place, self._above + key, fault)

    def refuse(self, key: str, fault: str) -> NoReturn:
        raise self._fault(key, fault)

    def _value(self, key: str) -> object:
        value: object = self._table
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def text_or_none(self, key: str) -> str | None:
        return None if self._value(key) is None else self.text(key)

    def text(self, key: str) -> str:
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self._fault(key, "a text is needed")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
            raise self._fault(key, "a list of texts is needed")
        return tuple(value)

    def matching(self, key: str, pattern: str) -> str:
        value = self.text(key)
        if not re.fullmatch(pattern, value):
            raise self._fault(key, f"{value!r} does not have the form {pattern}")
        return value

    def pattern(self, key: str) -> str:
        value = self.text(key)
        try:
            re.compile(value)
        except re.error as error:
            raise self._fault(key, f"not a regular expression: {error}") from error
        return value

    def percent(self, key: str) -> Decimal:
        value = self.text(key)
        try:
            share = Decimal(value)
        except InvalidOperation as error:
            raise self._fault(key, f"{value!r} is not a number") from error
        if not 0 < share <= 100:
            raise self._fault(key, f"{value} is not between 0 and 100")
        return share

    def amount(self, key: str) -> Decimal:
        """Give an amount of money, written as a text."""
        value = self.text(key)
        if not re.fullmatch(r"\d{1,15}(\.\d{1,2})?", value):
            raise self._fault(key, f"{value!r} is not an amount")
        return Decimal(value)

    def day(self, key: str) -> date:
        value = self._value(key)
        if type(value) is not date:
            raise self._fault(key, "a date is needed")
        return value

    def days(self, key: str) -> int:
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._fault(key, "a whole number of days is needed")
        return value

    def day_of_month(self, key: str) -> int:
        """Give a day that every month has."""
        value = self.days(key)
        if not 1 <= value <= 28:
            raise self._fault(key, "a day from 1 to 28 is needed")
        return value

    def numbers(self, key: str) -> tuple[int, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not all(type(each) is int for each in value):
            raise self._fault(key, "a list of whole numbers is needed")
        return tuple(value)

    def choices(self, key: str, among: tuple[str, ...]) -> tuple[str, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not all(each in among for each in value):
            raise self._fault(key, f"a list is needed, of {', '.join(among)}")
        return tuple(value)

    def days_of_a_year(self, key: str) -> tuple[date, ...]:
        """Give days written MM-DD, in a leap year."""
        value = self._value(key)
        try:
            # A leap year, so that 02-29 is a day.
            return tuple(date.fromisoformat(f"2024-{each}") for each in value)  # type: ignore[attr-defined]
        except (TypeError, ValueError) as error:
            raise self._fault(key, "a list of days MM-DD is needed") from error

    def dates(self, key: str) -> frozenset[date]:
        value = self._value(key)
        if not isinstance(value, list) or not all(type(each) is date for each in value):
            raise self._fault(key, "a list of dates is needed")
        return frozenset(value)

    def truth(self, key: str) -> bool:
        value = self._value(key)
        if not isinstance(value, bool):
            raise self._fault(key, "true or false is needed")
        return value

    def timezone(self, key: str) -> str:
        value = self.text(key)
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise self._fault(key, f"{value!r} is not a time zone") from error
        return value

    def publication_rule(self, key: str) -> PublicationRule:
        value = self.text(key)
        if value not in set(PublicationRule):
            raise self._fault(key, f"{value!r} is none of {', '.join(PublicationRule)}")
        return PublicationRule(value)

    def pages(self, key: str) -> tuple["Page", ...]:
        """Give the tables of the list `key`, of which there must be one at least."""
        value = self._value(key)
        if not isinstance(value, list) or not value:
            raise self._fault(key, "at least one is needed")
        return tuple(Page(self._place, each, f"{key}[{place}].") for place, each in enumerate(value))
