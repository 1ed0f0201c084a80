"""The tables as a relational database (SQLite): what is made before the rows go in, and what after.

Every statement's whole text is in the table `statement`; the other tables are its parts, tied to it by `number`.
"""

from collections.abc import Iterator

from bods.tables.layout import tables
from bods.tables.table import Column, Table

_AFFINITIES = {"boolean": "INTEGER", "integer": "INTEGER", "number": "REAL"}
_RECORD = (("recordId",), ("statementId",), ("declarationSubject",))
#: What is looked for most, in each table: records, the two ends of a relationship, numbers, names.
_SOUGHT = {
    "statement": (("recordId",), ("statementId",)),
    "entities": (*_RECORD, ("name",)),
    "persons": _RECORD,
    "relationships": (*_RECORD, ("subject",), ("interestedParty",)),
    "identifiers": (("id", "scheme"),),
    "names": (("fullName",),),
}

_STATEMENT = """CREATE TABLE statement (
    number INTEGER PRIMARY KEY,
    statementId TEXT,
    recordId TEXT,
    recordType TEXT,
    recordStatus TEXT,
    statementDate TEXT,
    publicationDate TEXT,
    statement TEXT NOT NULL
)"""
#: The statement's columns between its number and its text.
STATEMENT_COLUMNS = (
    "statementId",
    "recordId",
    "recordType",
    "recordStatus",
    "statementDate",
    "publicationDate",
)
#: How they are filled; the text is kept as it was published.
INSERT_STATEMENT = "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

# Of the statements about one record the later day wins, then the later publication (a correction), then the later place.
_RECORDS = """CREATE TABLE record (
    recordId TEXT PRIMARY KEY,
    recordType TEXT,
    number INTEGER NOT NULL,
    FOREIGN KEY (number) REFERENCES statement (number)
) WITHOUT ROWID"""
_FILL_RECORDS = """INSERT INTO record
SELECT recordId, recordType, number
FROM (
    SELECT recordId, recordType, recordStatus, number, row_number() OVER (
        PARTITION BY recordId
        ORDER BY
            julianday(replace(statementDate, ':60', ':59')) DESC,
            julianday(replace(coalesce(publicationDate, statementDate), ':60', ':59')) DESC,
            number DESC
    ) AS turn
    FROM statement
    WHERE recordId IS NOT NULL
)
WHERE turn = 1 AND recordStatus IS NOT 'closed'"""
_PARTIES = """CREATE VIEW party AS
-- Each person and entity whose record is open, as last stated, under one name.
SELECT record.recordId, record.recordType, entities.name, record.number
FROM record JOIN entities USING (number)
UNION ALL
SELECT record.recordId, record.recordType, coalesce(
    (SELECT fullName FROM names WHERE names.number = record.number AND type = 'legal' ORDER BY position LIMIT 1),
    (SELECT fullName FROM names WHERE names.number = record.number ORDER BY position LIMIT 1)
), record.number
FROM record JOIN persons USING (number)"""
_OWNERS = """CREATE VIEW owners_of_company AS
-- Who holds what in a company today: a row for each interest that has begun and not ended, shares in percent.
-- Relationships that only explain another one (isComponent) are left out, so that no stake is counted twice.
-- A company whose owner is not named has the reason instead.
SELECT
    company.recordId AS company,
    company.name AS companyName,
    relationships.interestedParty AS owner,
    owner.name AS ownerName,
    owner.recordType AS ownerType,
    relationships.interestedParty_reason AS noOwnerReason,
    interests.type AS interest,
    interests.directOrIndirect,
    interests.beneficialOwnershipOrControl,
    coalesce(interests.share_exact, interests.share_minimum, interests.share_exclusiveMinimum) AS shareFrom,
    coalesce(interests.share_exact, interests.share_maximum, interests.share_exclusiveMaximum) AS shareTo,
    interests.startDate,
    interests.endDate,
    relationships.statementId
FROM record
JOIN relationships USING (number)
JOIN party AS company ON company.recordId = relationships.subject
LEFT JOIN party AS owner ON owner.recordId = relationships.interestedParty
LEFT JOIN interests ON interests.number = record.number
WHERE relationships.isComponent IS NOT 1
    AND (interests.endDate IS NULL OR interests.endDate > date('now'))
    AND (interests.startDate IS NULL OR interests.startDate <= date('now'))"""


def before() -> Iterator[str]:
    """Give the statements of SQL that make the tables."""
    yield _STATEMENT
    yield from map(_create, tables())
    yield _RECORDS


def after() -> Iterator[str]:
    """Give the statements of SQL that make indexes and views, once the rows are in."""
    for name, sought in _SOUGHT.items():
        for columns in sought:
            yield f"CREATE INDEX {name}_{'_'.join(columns)} ON {name} ({', '.join(columns)})"
    yield from (_FILL_RECORDS, _PARTIES, _OWNERS)


def insert(table: Table) -> str:
    """Give the SQL that puts one row into a table."""
    places = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {table.name} VALUES ({places})"  # noqa: S608  # nosec B608


def _create(table: Table) -> str:
    columns = ", ".join(map(_column, table.columns))
    key = "number" if table.is_main else "number, position"
    keys = f"PRIMARY KEY ({key}), FOREIGN KEY (number) REFERENCES statement (number)"
    return f"CREATE TABLE {table.name} ({columns}, {keys}){'' if table.is_main else ' WITHOUT ROWID'}"


def _column(column: Column) -> str:
    return f'"{column.name}" {_AFFINITIES.get(column.type, "TEXT")}'
