"""The sheet that people fill in: heads of columns, and a page that explains each in plain words."""

import io
from collections.abc import Callable, Iterator

from bods.tables.delimited import Delimited
from bods.tables.workbook import Workbook
from register.elsewhere.batch.cells import INTERESTS, REASONS
from register.elsewhere.batch.columns import COLUMNS, SHEET, Column
from register.elsewhere.batch.line import KINDS, NOBODY, PERSON
from register.jurisdictions import Jurisdiction
from register.words import N_

#: Translates a msgid for the reader.
Words = Callable[[str], str]
READ_ME = "read_me"


def as_csv(columns: tuple[Column, ...] = COLUMNS) -> bytes:
    """The heads of the columns, and nothing else."""
    out = io.BytesIO(b"\xef\xbb\xbf")
    out.seek(0, io.SEEK_END)
    rows = Delimited(out)
    rows.write(column.name for column in columns)
    rows.finish()
    return out.getvalue()


def as_workbook(place: Jurisdiction, words: Words, columns: tuple[Column, ...] = COLUMNS) -> bytes:
    """A workbook: the empty sheet, a page that explains it, an example. Every cell is text."""
    out = io.BytesIO()
    with Workbook() as book:
        sheet = book.add(SHEET, [column.name for column in columns])
        guide = book.add(READ_ME, [words(N_("Column or code")), words(N_("What to write"))])
        for row in _guide(place, words, columns):
            guide.write(row)
        example = book.add("example", [column.name for column in columns])
        example.write([column.example or None for column in columns])
        book.save([sheet, guide, example], out)
    return out.getvalue()


def _guide(place: Jurisdiction, words: Words, columns: tuple[Column, ...]) -> Iterator[tuple[str, str]]:
    yield "", words(N_("Write one row for each holding: who holds, in which company, how much."))
    yield "", words(N_("A chain takes one row for each link; a person with two holdings stands in two rows."))
    yield (
        "",
        words(N_("Trusts with several roles, nominees and joint holders are told on the pages, not here.")),
    )
    yield (
        "",
        words(
            N_(
                "Public offices, protection, directors, ventures and subcontractors are told on the pages too."
            )
        ),
    )
    for column in columns:
        needed = " " + words(N_("Needed in every row.")) if column.needed else ""
        yield column.name, words(column.says) + needed
    for title, codes in _codes(place):
        yield words(title), ""
        for code, label in codes:
            yield code, words(label) if label else ""


def _codes(place: Jurisdiction) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield N_("Codes of holder"), [(PERSON, ""), *[(kind, "") for kind in KINDS], (NOBODY, "")]
    schemes = [(each.code, each.label) for each in place.identifier_schemes]
    yield N_("Codes of registers"), schemes
    yield N_("Codes of documents"), [(each.code, each.label) for each in place.identity_documents]
    yield N_("Codes of controls"), [(code, each.label) for code, each in INTERESTS.items()]
    yield N_("Codes of reasons"), [(code, each.label) for code, each in REASONS.items()]
