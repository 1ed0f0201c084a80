"""A list as CSV in this register's own columns."""

import csv
import io
from collections.abc import Iterator

from register.elsewhere.lists.line import ListLine, NotOnListError, first_day, last_day, month_of, tidy
from register.ocds.decoding import UNREADABLE
from register.ocds.fault import Fault

COLUMNS = (
    "name",
    "other_names",
    "sort",
    "country",
    "number_scheme",
    "number",
    "document_scheme",
    "document_number",
    "born",
    "by",
    "reason",
    "since",
    "until",
)
SORTS = {"": None, "person": False, "body": True}


def lines_in(text: str, file: str) -> Iterator[ListLine | Fault]:
    """Give every sound line and every fault; several names under `other_names` are parted by semicolons."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    headings = _headings(rows)
    if "name" not in headings or set(headings) - set(COLUMNS):
        yield Fault(file, "line 1", f"The headings are not those of a list. Known are: {', '.join(COLUMNS)}.")
        return
    while True:
        begins = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error:
            yield Fault(file, f"line {begins}", "This line is not CSV; nothing after it could be read.")
            return
        if row is None:
            return
        if any(value.strip() for value in row):
            try:
                yield _line(headings, row)
            except NotOnListError as error:
                yield Fault(file, f"line {begins}", str(error))


def _headings(rows: Iterator[list[str]]) -> list[str]:
    """The names of the columns; none when the first line is not CSV."""
    try:
        return [name.strip().lower() for name in next(rows, [])]
    except csv.Error:
        return []


def _line(headings: list[str], row: list[str]) -> ListLine:
    if len(row) > len(headings):
        raise NotOnListError("There are more values than headings.")
    if any(UNREADABLE in value for value in row):
        raise NotOnListError("It holds bytes that are not UTF-8.")
    told = dict.fromkeys(COLUMNS, "") | {
        name: tidy(value) for name, value in zip(headings, row, strict=False)
    }
    if not told["name"]:
        raise NotOnListError("There is no name.")
    if told["sort"].lower() not in SORTS:
        raise NotOnListError("Under sort write person, body or nothing.")
    for scheme, number in (("number_scheme", "number"), ("document_scheme", "document_number")):
        if bool(told[scheme]) != bool(told[number]):
            raise NotOnListError("A number needs the scheme it was given under.")
    since, until = first_day(told["since"]), last_day(told["until"])
    if since and until and until < since:
        raise NotOnListError("It ends before it begins.")
    return ListLine(
        key="",
        name=told["name"],
        entity=SORTS[told["sort"].lower()],
        other_names=tuple(name.strip() for name in told["other_names"].split(";") if name.strip()),
        country=told["country"].upper(),
        numbers=((told["number_scheme"], told["number"]),) if told["number"] else (),
        document_scheme=told["document_scheme"].upper(),
        document_number=told["document_number"],
        born=month_of(told["born"]),
        by=told["by"],
        reason=told["reason"],
        since=since,
        until=until,
    )
