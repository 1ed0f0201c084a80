"""Single cells of a sheet read into values; each says what is wrong with it, and never what it holds."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from bods.codelists import InterestType, UnspecifiedReason
from bods.exceptions import ShareOutOfRangeError
from bods.records import Share
from register.declarations.persons import Group
from register.words import N_

INTERESTS = {
    str(each): each
    for each in InterestType
    if each not in (InterestType.SHAREHOLDING, InterestType.VOTING_RIGHTS)
}
REASONS = {str(each): each for each in UnspecifiedReason}
_RANGE = re.compile(r"([0-9.,]+)\s*%?\s*(?:-|–|to)\s*([0-9.,]+)\s*%?")
_ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")
_WEB = re.compile(r"https?://[^\s<>\"]+")
#: Somebody who belongs to no group.
NONE = "none"
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")

Kind = TypeVar("Kind", bound=StrEnum)


class CellWrongError(Exception):
    """A cell cannot be taken; `message` is a msgid."""

    def __init__(self, message: str, **facts: str) -> None:
        self.message, self.facts = message, facts
        super().__init__(message)


def share(text: str) -> Share | None:
    """A share in percent: one figure, or two with a dash between. Empty is no share."""
    if not text:
        return None
    found = _RANGE.fullmatch(text)
    try:
        if found:
            return Share(_figure(found[1]), _figure(found[2]))
        return Share.exactly(_figure(text.removesuffix("%").strip()))
    except ShareOutOfRangeError:
        raise CellWrongError(N_("Write percent between 0 and 100, the smaller figure first.")) from None


def _figure(text: str) -> Decimal:
    try:
        figure = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise CellWrongError(N_("Write percent as 60, 33.33 or a range such as 25-50.")) from None
    if not figure.is_finite():
        raise CellWrongError(N_("Write percent as 60, 33.33 or a range such as 25-50."))
    return figure


def day(text: str, today: date | None) -> date | None:
    """A day written as 2019-05-01 or 1/5/2019 (day first); not one after `today`, where it is given. Empty is no day."""
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        told = date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text[:10])
    except ValueError:
        raise CellWrongError(N_("Write the date as year-month-day, for example 2019-05-01.")) from None
    if (today and told > today) or not 1880 <= told.year < 2200:
        raise CellWrongError(N_("This date cannot be: check the year."))
    return told


def country(text: str, known: frozenset[str]) -> str:
    """A country by its two letters. Empty is none."""
    code = text.upper()
    if code and code not in known:
        raise CellWrongError(N_("Write the country as its two letters, for example KE."))
    return code


def controls(text: str) -> tuple[InterestType, ...]:
    """Ways to control by their codes, parted by semicolons or commas."""
    codes = [each.strip().replace("_", "").lower() for each in re.split("[;,]", text) if each.strip()]
    by_code = {code.lower(): each for code, each in INTERESTS.items()}
    if any(code not in by_code for code in codes):
        raise CellWrongError(N_("Write codes of the list in the template, parted by semicolons."))
    return tuple(dict.fromkeys(by_code[code] for code in codes))


def countries(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """Several countries by their two letters, parted by semicolons or commas."""
    told = (each.strip() for each in re.split("[;,]", text))
    return tuple(dict.fromkeys(country(each, known) for each in told if each))


def groups(text: str) -> frozenset[Group] | None:
    """Groups by their codes, parted by semicolons or commas; `none` for somebody of none. Empty is not answered."""
    codes = {each.strip().lower() for each in re.split("[;,]", text) if each.strip()}
    if not codes <= {*Group, NONE} or (NONE in codes and len(codes) > 1):
        raise CellWrongError(N_("Write women, youth or disability, parted by semicolons, or none."))
    return frozenset(Group(each) for each in codes - {NONE}) if codes else None


def yes_or_no(text: str) -> bool | None:
    """Yes or no. Empty is not answered."""
    told = {"yes": True, "no": False, "": None}
    if text.lower() not in told:
        raise CellWrongError(N_("Write yes or no."))
    return told[text.lower()]


def isin(text: str) -> str:
    """Twelve letters and figures. Empty is none."""
    code = "".join(text.split()).upper()
    if code and not _ISIN.fullmatch(code):
        raise CellWrongError(N_("Enter the twelve letters and figures of the ISIN, or leave it empty"))
    return code


def web_address(text: str) -> str:
    """Where a page stands. Empty is nowhere."""
    if text and not _WEB.fullmatch(text):
        raise CellWrongError(N_("Enter an address that begins with https://, or leave it empty"))
    return text


def reason(text: str) -> UnspecifiedReason:
    """Why nobody is named, by its code."""
    found = {code.lower(): each for code, each in REASONS.items()}.get(text.lower())
    if found is None:
        raise CellWrongError(N_("Say why nobody can be named: write a code of the list in the template."))
    return found


def email(text: str) -> str:
    """The form of an address; whether it exists only a letter can tell."""
    if text and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        raise CellWrongError(N_("Enter an e-mail address in the correct format, like name@example.com."))
    return text


def phone(text: str) -> str:
    """A telephone number of any country: figures, with a plus before the country's."""
    plain = re.sub(r"[\s()./-]", "", text)
    if plain and not re.fullmatch(r"\+?[0-9]{7,15}", plain):
        raise CellWrongError(N_("Write the telephone in figures, for example +254700000000."))
    return plain
