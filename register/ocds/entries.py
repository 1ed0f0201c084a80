"""The small entries of a release read tolerantly: words, days, money."""

import re
from collections.abc import Mapping
from datetime import date, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Any

from register.ocds.fault import Notes, step
from register.ocds.releases import instant

LONGEST_NAME = 500
LONGEST_TEXT = 2000
EARLIEST, LATEST = 1950, 2150
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_END_OF_DAY = re.compile(r"T23:59(:59(\.\d+)?)?(Z|\+00:?00)?$", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}")

Entries = Mapping[str, Any]


def words(held: Entries, name: str, place: str, notes: Notes, most: int = LONGEST_NAME) -> str:
    """Give a text on one line, single-spaced and at most so long; empty when there is none."""
    value = held.get(name)
    if type(value) is not str:
        if not isinstance(value, int):
            return ""
        value = str(value)
    text = " ".join(value.split())
    if len(text) > most:
        notes.add(
            step(place, name), f"This is longer than {most} letters; it was cut in what the register shows."
        )
        return text[:most].rstrip()
    return text


def within(held: Entries, name: str) -> Entries:
    """Give an object held by another; an empty one when there is none."""
    value = held.get(name)
    return value if isinstance(value, dict) else {}


def listed(held: Entries, name: str) -> list[Any]:
    """Give a list held by an object; an empty one when there is none."""
    value = held.get(name)
    return value if isinstance(value, list) else []


def day(held: Entries, name: str, place: str, zone: tzinfo, notes: Notes) -> date | None:
    """Give a moment's day in a time zone; None for what is no day between 1950 and 2150.

    A moment that says "end of the day" in UTC, or a day alone, is meant as the calendar day it names, wherever.
    """
    text = words(held, name, place, notes)
    if not text:
        return None
    meant = _day(text, zone)
    if meant is None:
        notes.add(step(place, name), "This is no day that can be meant; it was left out.")
    return meant


@lru_cache(maxsize=4096)
def _day(text: str, zone: tzinfo) -> date | None:
    moment = instant(text)
    if moment is None or not EARLIEST <= moment.year <= LATEST:
        return None
    if _DAY.fullmatch(text) or _END_OF_DAY.search(text):
        return date.fromisoformat(text[:10])
    return moment.astimezone(zone).date()


def money(held: Entries, name: str, place: str, notes: Notes) -> tuple[Decimal | None, str | None]:
    """Give an amount and its currency (ISO 4217); an amount is never negative and has at most 18 digits and 6 decimals."""
    value, place = within(held, name), step(place, name)
    amount = value.get("amount")
    if amount is None:
        return None, None
    exact = Decimal(amount)
    if exact < 0 or exact.adjusted() > 17 or (type(amount) is not int and exact != round(exact, 6)):
        notes.add(step(place, "amount"), "This is no amount that can be meant; it was left out.")
        return None, None
    currency = words(value, "currency", place, notes).upper()
    if not _CURRENCY.fullmatch(currency):
        notes.add(
            step(place, "currency"),
            "This amount has no currency of three letters, so it compares with no other.",
        )
        return exact, None
    return exact, currency
