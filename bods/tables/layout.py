"""Which tables statements are laid out in: three main ones, and one for each list that the standard knows.

The columns come from the standard's own schema. Every value has one place: a field that holds one value is a column
of its statement's row, also when it lies inside objects (`jurisdiction_code`); each list is a table, its rows tied to
the statement by `number` and ordered by `position`. What the standard does not know, or what is not of the type it
asks for, stands as JSON in the column `rest`, so that nothing is lost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from bods.codelists import RecordType
from bods.tables.fields import Known, statement_fields
from bods.tables.table import Column, Table

DETAILS = "recordDetails"
#: The main table of each type of record.
MAIN: Mapping[str, str] = {
    RecordType.ENTITY: "entities",
    RecordType.PERSON: "persons",
    RecordType.RELATIONSHIP: "relationships",
}
#: How the table of each list is called; lists inside lists stay with their row, in `rest`.
LISTS: Mapping[tuple[str, ...], str] = {
    ("annotations",): "annotations",
    ("source", "type"): "source_types",
    ("source", "assertedBy"): "source_asserted_by",
    (DETAILS, "alternateNames"): "alternate_names",
    (DETAILS, "identifiers"): "identifiers",
    (DETAILS, "addresses"): "addresses",
    (DETAILS, "publicListing", "companyFilingsURLs"): "company_filings",
    (DETAILS, "publicListing", "securitiesListings"): "securities_listings",
    (DETAILS, "names"): "names",
    (DETAILS, "nationalities"): "nationalities",
    (DETAILS, "taxResidencies"): "tax_residencies",
    (DETAILS, "politicalExposure", "details"): "political_exposures",
    (DETAILS, "componentRecords"): "component_records",
    (DETAILS, "interests"): "interests",
}
NUMBER = Column(
    "number", "integer", "Number", "Place of the statement in this export, from 1; ties the tables together."
)
_STATEMENT = Column(
    "statementId", "string", "Statement Identifier", "The statement that this row is a part of."
)
_POSITION = Column("position", "integer", "Position", "Place in the statement's list, from 0.")
_REST = Column(
    "rest", "string", "Rest", "What no other column holds, as JSON: fields beyond the standard, empty lists."
)
_TYPES = {"string": "string", "boolean": "boolean", "number": "number"}


@lru_cache(maxsize=1)
def tables() -> tuple[Table, ...]:
    """Give all tables, the three main ones first."""
    lists: dict[str, Table] = {}
    for record_type in RecordType:
        for path, known in _lists(statement_fields(record_type), ()):
            made = _list_table(path, known, record_type)
            lists[made.name] = _both(lists[made.name], made) if made.name in lists else made
    return (*map(_main_table, RecordType), *lists.values())


@lru_cache(maxsize=1)
def by_name() -> Mapping[str, Table]:
    """Give all tables by name."""
    return {table.name: table for table in tables()}


def _both(one: Table, other: Table) -> Table:
    """Make one table of the same list in statements about two types of record."""
    said = one.description
    if other.description != said:
        said = f"{said} {other.description}"
    return replace(one, description=said, record_types=one.record_types + other.record_types)


def _main_table(record_type: RecordType) -> Table:
    statement = statement_fields(record_type)
    about = f"One row for each statement about {_article(record_type)}."
    columns = (NUMBER, *_columns(statement, (), ()), _REST)
    return Table(MAIN[record_type], MAIN[record_type].capitalize(), about, columns, (record_type,))


def _article(record_type: RecordType) -> str:
    return f"an {record_type}" if record_type is RecordType.ENTITY else f"a {record_type}"


def _list_table(path: tuple[str, ...], known: Known, record_type: RecordType) -> Table:
    item = known.item or Known()
    keys = (NUMBER, _STATEMENT, _POSITION)
    if "object" in item.kinds:
        columns = (*keys, *_columns(item, (), ()), _REST)
    else:
        columns = (*keys, Column("value", "string", known.title, known.description, codes=item.codes))
    return Table(LISTS[path], known.title, known.description, columns, (record_type,), path)


def _lists(known: Known, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Known]]:
    for name, each in known.fields.items():
        here = (*path, name)
        if "array" in each.kinds:
            yield here, each
        yield from _lists(each, here)


def _columns(known: Known, path: tuple[str, ...], titles: tuple[str, ...]) -> Iterator[Column]:
    for name, each in known.fields.items():
        here = (*path, name)
        called = titles if here == (DETAILS,) else (*titles, each.title)
        kind = next((_TYPES[kind] for kind in sorted(each.kinds) if kind in _TYPES), None)
        if kind is not None:
            flat = "_".join(here[1:] if here[0] == DETAILS else here)
            kind = "date" if each.format == "date" else kind
            yield Column(flat, kind, ": ".join(called), each.description, here, each.codes)
        yield from _columns(each, here, called)
