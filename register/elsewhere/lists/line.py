"""One person or body on a list as it was read, and how days and months on lists are understood."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from register.exceptions import RegisterError

LONGEST = 1000
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class NotOnListError(RegisterError):
    """Why a line or entity cannot be taken; the sentence never repeats what stands in it."""


@dataclass(frozen=True, slots=True)
class Home:
    """How the register's own place numbers companies and people, for lists that only name the country.

    `country` is ISO 3166-1 alpha-2; the schemes are those of `ListLine`, empty where the place has none.
    """

    country: str
    company_scheme: str
    id_scheme: str
    passport_scheme: str


@dataclass(frozen=True, slots=True)
class ListLine:
    """An entry. `key` is the list's own name for it, or empty. A document's number is for hashing and never kept.

    `entity` is None where nobody says whether it is a person; `born` is YYYY-MM or empty.
    """

    key: str
    name: str
    entity: bool | None = None
    other_names: tuple[str, ...] = ()
    country: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    document_scheme: str = ""
    document_number: str = field(default="", repr=False)
    born: str = ""
    by: str = ""
    reason: str = ""
    since: date | None = None
    until: date | None = None


def tidy(text: object) -> str:
    """Give a text without idle blanks. Raises NotOnListError when it is none, or overlong."""
    if not isinstance(text, str):
        raise NotOnListError("A value is no text.")
    clean = " ".join(text.split())
    if len(clean) > LONGEST:
        raise NotOnListError(f"A value is longer than {LONGEST} letters.")
    return clean


def first_day(text: str) -> date | None:
    """Read the day on which something began; of a month or year alone its first. Raises NotOnListError."""
    return _day(text, last=False)


def last_day(text: str) -> date | None:
    """Read the day on which something ended; of a month or year alone its last. Raises NotOnListError."""
    return _day(text, last=True)


def month_of(text: str) -> str:
    """Give the month of a day of birth; empty when only the year is known. Raises NotOnListError."""
    _day(text, last=False)
    return text[:7] if len(text) >= len("1980-04") else ""


def spell(periods: Iterable[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """Put several periods together: from the first beginning to the last end, open where one of them is."""
    given = list(periods)
    if not given:
        return None, None
    begins = [since for since, _ in given if since]
    ends = [until for _, until in given if until]
    first = min(begins) if len(begins) == len(given) else None
    return first, max(ends) if len(ends) == len(given) else None


def _day(text: str, *, last: bool) -> date | None:
    if not text:
        return None
    found = _DAY.match(text)
    if found is None or not (found.end() == len(text) or text[found.end()] == "T"):
        raise NotOnListError("A day is not written as 2026-03-31.")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (calendar.monthrange(year or 0, month)[1] if last else 1))
    except ValueError:
        raise NotOnListError("A day is none of the calendar's.") from None
