"""What each form of the data is good for and what it leaves out, in the reader's words; a new form brings its own."""

from dataclasses import dataclass

from flask_babel import gettext

from bods.publication import PublishedFile
from register.words import N_

_GOOD_FOR = {
    "json": N_("One JSON array, for most tools"),
    "jsonl": N_("One statement a line, for large files and streaming"),
    "csv": N_("One table, a row for each statement and a column for each of its fields"),
    "csv-zip": N_("Linked tables: companies, people, relationships and their lists"),
    "xlsx": N_("Linked tables as sheets, for Excel and LibreOffice"),
    "parquet": N_("Columns, for pandas, DuckDB, R and Spark"),
    "sqlite": N_("A database with linked tables, for SQL and Datasette"),
    "graphml": N_("A network of owners and companies, for Gephi, yEd and networkx"),
    "ftm": N_("Parties and links in FollowTheMoney, for Aleph and OpenSanctions"),
}
_LEAVES_OUT = {
    "graphml": N_(
        "What was stated earlier, notes, and details of sources: each record stands as it was stated last"
    ),
    "ftm": N_(
        "What was stated earlier, notes, and who issued a number: each party stands as it was stated last, its records "
        "joined by their numbers"
    ),
}


@dataclass(frozen=True, slots=True)
class Form:
    """A file in the words of the page; `leaves_out` is None where the file holds everything."""

    file: PublishedFile
    good_for: str
    leaves_out: str | None


def form_of(file: PublishedFile) -> Form:
    """Say what a file is good for. A form without words here is called as the library calls it, in English."""
    said = _GOOD_FOR.get(file.code)
    left = _LEAVES_OUT.get(file.code)
    return Form(
        file,
        gettext(said) if said else file.title,
        None if file.leaves_out is None else gettext(left) if left else file.leaves_out,
    )


def good_for(code: str, title: str) -> str:
    """Say what a form is good for that is made while it is sent."""
    said = _GOOD_FOR.get(code)
    return gettext(said) if said else title
