"""bar-I1, bar-F3: whatever a file holds, each reader of files ends with drafts or faults by their places, or refuses it in words."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from itertools import count

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as any_
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from register.declarations.draft import SUBJECT, Draft, EntityAnswer, EntityKind
from register.elsewhere.batch.columns import COLUMNS
from register.elsewhere.batch.drafting import drafted
from register.elsewhere.batch.papers import PAPER_COLUMNS, read_stack
from register.elsewhere.batch.reading import read_batch
from register.elsewhere.batch.rules import Rules
from register.elsewhere.extract_file import COLUMNS as OF_EXTRACTS
from register.elsewhere.extract_file import read_extracts
from register.elsewhere.invited import COLUMNS as OF_INVITED
from register.elsewhere.invited import read_invited
from register.elsewhere.lists.line import Home
from register.elsewhere.lists.reading import list_in
from register.elsewhere.lists.table import COLUMNS as OF_LISTS
from register.elsewhere.other_file import OtherReading
from register.elsewhere.table import TableRefusedError, read_table
from register.jurisdictions import load
from register.ocds.officials import COLUMNS as OF_OFFICIALS
from register.ocds.officials import officials_in
from register.ocds.reading import releases_in
from tests.bods.often import tried
from tests.factories.sheets import ANA_IN_FULL, BEN, DELTA, ECHO

DAY = date(2026, 3, 9)
RULES = Rules(load("kenya_makueni"), DAY)
HOME = Home("KE", "KE-RCO", "KEN-IDCARD", "KEN-PASSPORT")


def of_batch(source: bytes) -> None:
    keys = count(1)
    batch = read_batch(read_table(source), RULES)
    for company in (each for each in batch.companies if each.key not in batch.faulty):
        before = Draft(
            EntityAnswer(SUBJECT, company.name, EntityKind.COMPANY, "KE", company.scheme, company.number)
        )
        drafted(company, before, RULES, lambda: f"new{next(keys)}", batch.sheet)


def of_bods(source: bytes) -> None:
    list(OtherReading("a.json", lambda: closing(io.BytesIO(source)), DAY, DAY).statements())


#: Each reader with the columns that it knows.
READERS: Mapping[str, tuple[Callable[[bytes], object], tuple[str, ...]]] = {
    "declarations": (of_batch, tuple(each.name for each in COLUMNS)),
    "papers": (
        lambda source: read_stack(read_table(source), RULES),
        tuple(each.name for each in PAPER_COLUMNS),
    ),
    "extracts": (
        lambda source: read_extracts(read_table(source), source="CR12", scheme="KE-RCO", today=DAY),
        OF_EXTRACTS,
    ),
    "invited": (lambda source: read_invited(read_table(source), scheme="KE-RCO"), OF_INVITED),
    "officials": (lambda source: list(officials_in(source, "a")), OF_OFFICIALS),
    "list": (lambda source: list(list_in(source, "a", "debarred", HOME)), OF_LISTS),
    "bods": (of_bods, ()),
    "ocds": (lambda source: list(releases_in(source, "a")), ()),
}
TABLES = [name for name, (_, columns) in READERS.items() if columns]
CELLS = (
    "", " ", "0", "-1", "1e999", "NaN", "inf", "9" * 400, "50-25", "-", "%", "0 to 1e9", "²", "٣", "½", "31/2/2020", "0/0/0000",
    "2026-02-30", "0001-01-01", "9999-12-31", "1880-01-01", "KE", "ke;;,ke", "XX", "person", "nobody", "trust", "listed",
    "state", "yes", "no", "none", "women;youth;disability", "national_id", "passport", "noBeneficialOwners", "otherInfluence",
    "=1+1", "'=1", "\ufeff", "\u202eabc", "a\nb", "\x1b", "Ana", "İ", "ß", "ﬀ", "a@b.c", "+254700000000", "PVT-ALFA", "KE-RCO",
    "x" * 5_000, "Delta Holdings Ltd", "shareholder", "director", "12", "-5", "1,5", "https://", "KE0000000109",
)  # fmt: skip
cells = any_.sampled_from(CELLS) | any_.text(max_size=8)


@any_.composite
def rows(draw: any_.DrawFn, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a sheet: sound ones of which some cells are spoilt, and ones of any cells."""
    sound = any_.sampled_from([ANA_IN_FULL, BEN, DELTA, ECHO]).map(
        lambda row: {name: text for name, text in row.items() if name in columns}
    )
    spoilt = any_.dictionaries(any_.sampled_from(columns), cells, max_size=4)
    wild = any_.fixed_dictionaries(dict.fromkeys(columns, cells))
    merged = any_.builds(lambda row, other: row | other, sound, spoilt)
    return draw(any_.lists(merged | wild, min_size=1, max_size=4))


def as_csv(told: list[dict[str, str]], columns: tuple[str, ...]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(told)
    return out.getvalue().encode("utf-8", "surrogatepass")


def as_xlsx(told: list[dict[str, str]], columns: tuple[str, ...]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.append(columns)
    for row in told:
        page.append([ILLEGAL_CHARACTERS_RE.sub("", row.get(name, "")) for name in columns])
    book.save(out)
    return out.getvalue()


def endings(read: Callable[[bytes], object], sources: Iterator[bytes]) -> None:
    for source in sources:
        try:
            read(source)
        except TableRefusedError as refused:
            assert refused.message  # noqa: PT017


@pytest.mark.parametrize("kind", TABLES)
def test_bar_i1_whatever_stands_in_the_cells_of_a_sheet_is_read_or_told(kind: str) -> None:
    read, columns = READERS[kind]

    @tried(60)
    @given(rows(columns))
    def any_sheet(told: list[dict[str, str]]) -> None:
        endings(read, iter([as_csv(told, columns)]))

    @tried(6)
    @given(rows(columns))
    def any_workbook(told: list[dict[str, str]]) -> None:
        endings(read, iter([as_xlsx(told, columns)]))

    any_sheet()
    if kind in {"declarations", "papers", "extracts", "invited"}:
        any_workbook()


@pytest.mark.parametrize("kind", READERS)
def test_bar_i1_whatever_octets_a_file_holds_it_is_read_or_told(kind: str) -> None:
    read, columns = READERS[kind]
    head = ",".join(columns).encode() + b"\n"
    json_like = any_.recursive(
        any_.none() | any_.booleans() | any_.integers() | any_.floats() | any_.text(max_size=6),
        lambda inner: (
            any_.lists(inner, max_size=3)
            | any_.dictionaries(any_.sampled_from(KEYS) | any_.text(max_size=4), inner, max_size=4)
        ),
        max_leaves=12,
    ).map(lambda told: json.dumps(told).encode())

    @tried(60)
    @given(any_.binary(max_size=80), json_like)
    def any_octets(octets: bytes, told: bytes) -> None:
        endings(read, iter([octets, head + octets, b"PK\x03\x04" + octets, b"\x1f\x8b\x08" + octets, told]))

    any_octets()


#: Names that readers of JSON look for.
KEYS = (
    "persons", "memberships", "posts", "name", "id", "schema", "properties", "topics", "person_id", "start_date", "releases",
    "ocid", "tender", "records", "parties", "awards", "bids", "statementId", "recordId", "recordType", "recordDetails",
    "publicationDetails", "bodsVersion", "statementType", "statementDate", "interests", "declarationSubject", "subject",
)  # fmt: skip
