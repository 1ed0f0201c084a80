"""Texts as FollowTheMoney keeps them: clean, and None where it would keep nothing."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from bods.money.countries import KNOWN
from bods.parts import Address, Country, Jurisdiction

_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200d\ufeff]")
_QUOTED = re.compile(r"""^["'](.*)["']$""")
_LEI = re.compile("[A-Z0-9]{18}[0-9]{2}")
_YEAR, _MONTH, _DAY = 4, 7, 10
#: Characters of the longest texts that are kept whole.
_LONGEST, _LONGEST_NOTE, _LONGEST_NAME, _LONGEST_ADDRESS, _LONGEST_NUMBER = 1024, 65_000, 384, 250, 64


def text(given: str | None, longest: int = _LONGEST) -> str | None:
    """Give a text in one line without characters that cannot be seen, cut off where it is too long."""
    kept = " ".join(_UNSAFE.sub("", unicodedata.normalize("NFC", given or "")).split())
    return (kept if len(kept) <= longest else kept[: longest - 1] + "…") or None


def note(given: str | None) -> str | None:
    """Give a text that may be long, in one line."""
    return text(given, _LONGEST_NOTE)


def number(given: str | None) -> str | None:
    """Give the number under which somebody is known; None when it is too long to be one."""
    said = text(given)
    return said if said and len(said) <= _LONGEST_NUMBER else None


def name(given: str | None) -> str | None:
    """Give a name without the quotation marks around it."""
    said = text(given, _LONGEST_NAME)
    while said and (found := _QUOTED.match(said)):
        said = found[1].strip()
    return said or None


def day(given: str | date | None) -> str | None:
    """Give a date, a month (YYYY-MM), or a year; of a date and time, the day. None when there is no such day."""
    said = given.isoformat() if isinstance(given, date) else (given or "")
    said = said[:_DAY]
    rest = {_YEAR: "-01-01", _MONTH: "-01", _DAY: ""}.get(len(said))
    try:
        return None if rest is None else date.fromisoformat(said + rest).isoformat()[: len(said)]
    except ValueError:
        return None


def url(given: str | None) -> str | None:
    """Give a web address; None for any other kind."""
    said = text(given)
    try:
        parts = urlsplit(said or "")
        sound = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        return None
    return said if sound else None


def country(place: Country | Jurisdiction | None) -> str | None:
    """Give the code of a country, of two small letters; of a part of one, the country's. None without a known code."""
    code = ((place.code if place else None) or "")[:2].lower()
    return code if code in KNOWN else None


def countries(places: Iterable[Country]) -> list[str | None]:
    return [country(place) for place in places]


def address(given: Address | None) -> str | None:
    """Give an address in one line, the country's name last; None when there is nothing but a country."""
    if given is None or not (given.address or given.post_code):
        return None
    parts = (given.address, given.post_code, given.country.name if given.country else None)
    said = text(", ".join(part.strip() for part in parts if part and part.strip()), _LONGEST_ADDRESS)
    return said.replace(";", ",") if said else None


def lei(given: str | None) -> str | None:
    """Give a Legal Entity Identifier; None when its check digits are wrong. Source: ISO 17442."""
    said = (given or "").strip().upper()
    if not _LEI.fullmatch(said):
        return None
    figures = "".join(str(int(letter, 36)) for letter in said)
    return said if int(figures) % 97 == 1 else None
