"""A county's list of officials and committee members, read from CSV line by line."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from register.ocds.decoding import UNREADABLE, FileRefusedError, text_in
from register.ocds.fault import Fault

COLUMNS = (
    "name",
    "role",
    "body",
    "since",
    "until",
    "ocid",
    "document_scheme",
    "document_number",
    "family_name",
    "family_tie",
    "family_document_scheme",
    "family_document_number",
    "family_born",
)
#: What somebody is to an official; the last two are no family in the law's words and weigh less.
FAMILY_TIES = (
    "spouse",
    "child",
    "parent",
    "spouses_child",
    "spouses_parent",
    "sibling",
    "business_partner",
)
NEEDED = ("name", "role", "body")
LONGEST = 500
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-\d{2})?")
NOT_CSV = "This line is not CSV; the list was read up to here."


@dataclass(frozen=True, slots=True, repr=False)
class RelativeLine:
    """Somebody of an official's family. `born` is YYYY-MM or empty; the document's number is for hashing alone."""

    name: str
    tie: str
    document_scheme: str = ""
    document_number: str = ""
    born: str = ""


@dataclass(frozen=True, slots=True)
class OfficialLine:
    """One line of the list. The document's number is for hashing alone and never kept or shown."""

    name: str
    role: str
    body: str
    since: date | None
    until: date | None
    ocid: str | None
    document_scheme: str
    document_number: str = field(repr=False)
    #: An official with a larger family stands in several lines.
    relative: RelativeLine | None = field(default=None, repr=False)


class _LineFaultError(Exception):
    """Why a line cannot be taken; for this module alone."""


def officials_in(source: bytes, file: str) -> Iterator[OfficialLine | Fault]:
    """Give every sound line and every fault of a CSV file with a line of headings; never raises for what it holds.

    Days are ISO 8601. A document needs its scheme (such as KEN-IDCARD) and its number. Faults name the line and never
    repeat what stands in it.
    """
    try:
        text, counted = text_in(source)
    except FileRefusedError as error:
        yield Fault(file, "", str(error))
        return
    if counted.nuls:
        yield Fault(file, "", f"This file holds {counted.nuls} NUL bytes; they were skipped.")
    yield from _lines(text, file)


def _lines(text: str, file: str) -> Iterator[OfficialLine | Fault]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        headings = [name.strip().lower() for name in next(rows, [])]
    except csv.Error:
        yield Fault(file, "line 1", NOT_CSV)
        return
    if missing := [name for name in NEEDED if name not in headings]:
        yield Fault(
            file,
            "line 1",
            f"These headings are missing: {', '.join(missing)}. Known are: {', '.join(COLUMNS)}.",
        )
        return
    if unknown := [name for name in headings if name not in COLUMNS]:
        yield Fault(
            file,
            "line 1",
            f"{len(unknown)} headings are not known and were left out. Known are: {', '.join(COLUMNS)}.",
        )
    while True:
        begins = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error:
            yield Fault(file, f"line {begins}", NOT_CSV)
            return
        if row is None:
            return
        if any(value.strip() for value in row):
            yield _line(headings, row, file, f"line {begins}")


def _line(headings: list[str], row: list[str], file: str, place: str) -> OfficialLine | Fault:
    try:
        return _official(headings, row)
    except _LineFaultError as fault:
        return Fault(file, place, f"{fault} The line was left out.")


def _official(headings: list[str], row: list[str]) -> OfficialLine:
    if len(row) > len(headings):
        raise _LineFaultError("There are more values than headings.")
    if any(UNREADABLE in value for value in row):
        raise _LineFaultError("It holds bytes that are not UTF-8.")
    told = {name: " ".join(value.split()) for name, value in zip(headings, row, strict=False)}
    for name in NEEDED:
        if not told.get(name):
            raise _LineFaultError(f"There is no {name}.")
    if any(len(value) > LONGEST for value in told.values()):
        raise _LineFaultError(f"A value is longer than {LONGEST} letters.")
    since, until = _day(told, "since"), _day(told, "until")
    if since and until and until < since:
        raise _LineFaultError("It ends before it begins.")
    scheme, number = _document(told, "")
    return OfficialLine(
        told["name"],
        told["role"],
        told["body"],
        since,
        until,
        told.get("ocid") or None,
        scheme,
        number,
        _relative(told),
    )


def _document(told: Mapping[str, str], of: str) -> tuple[str, str]:
    scheme, number = told.get(f"{of}document_scheme", "").upper(), told.get(f"{of}document_number", "")
    if bool(scheme) != any(letter.isalnum() for letter in number):
        raise _LineFaultError("A document needs both its scheme and its number.")
    return scheme, number


def _relative(told: Mapping[str, str]) -> RelativeLine | None:
    if not any(value for name, value in told.items() if name.startswith("family_")):
        return None
    tie = told.get("family_tie", "").lower()
    if not told.get("family_name") or tie not in FAMILY_TIES:
        raise _LineFaultError(f"Family needs a name and a tie. Known are: {', '.join(FAMILY_TIES)}.")
    born = told.get("family_born", "")
    if born and not _MONTH.fullmatch(born):
        raise _LineFaultError("What stands under family_born is no month; write it as 1980-04.")
    return RelativeLine(told["family_name"], tie, *_document(told, "family_"), born[:7])


def _day(told: Mapping[str, str], name: str) -> date | None:
    if not told.get(name):
        return None
    try:
        return date.fromisoformat(told[name])
    except ValueError:
        raise _LineFaultError(f"What stands under {name} is no day; write it as 2026-03-31.") from None
