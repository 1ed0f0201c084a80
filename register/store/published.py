"""The public copy: the very bytes the world downloads, numbered without a gap. All that the public doors may read."""

import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, union_all
from sqlalchemy.orm import Session

from bods.codelists import RecordStatus, RecordType
from bods.statements import Statement
from bods.writing import as_bytes
from register.jurisdictions import Jurisdiction
from register.models.published import PublishedRow
from register.models.withholding import RedactionRow
from register.store import published_names, published_redactions
from register.store.order import take_turn
from register.store.portions import portions
from register.store.published_chains import (
    NotPublishedError,
    of_subjects,
    statement_of,
    subject_of,
    upstream,
)
from register.store.published_copies import copies
from register.store.published_leaves import BATCH, SALT_BYTES, SERIES, leaf_of, leaves, next_sequence
from register.store.published_names import (
    FoundName,
    FoundNames,
    companies,
    records_of_person,
    search,
)
from register.store.published_redactions import Redaction

__all__ = [
    "FoundName",
    "FoundNames",
    "LogEntry",
    "NotPublishedError",
    "PublishedCounts",
    "PublishedStatement",
    "after",
    "companies",
    "counts",
    "entry",
    "latest",
    "leaf_of",
    "leaves",
    "newest",
    "of_declaration",
    "of_record",
    "of_sequences",
    "of_subject",
    "of_subjects",
    "publish",
    "records_of_person",
    "search",
    "statements",
    "subject_of",
    "texts",
    "upstream",
]


@dataclass(frozen=True, slots=True)
class PublishedStatement:
    """One published statement. `text` is one line of JSON as downloaded, `leaf_hash` and `salt` are hexadecimal.

    Of one whose text was replaced, `redacted_by` is the number of the log's entry which says so; text, salt and leaf
    hash are those of that entry, and `first_leaf` is the leaf that stays in the log for the text before.
    """

    statement: Statement
    sequence: int
    published_at: datetime
    leaf_hash: str
    text: bytes
    salt: str
    first_leaf: str
    redacted_by: int | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the public log, without its text; `leaf_hash` is hexadecimal."""

    sequence: int
    statement_id: str
    published_at: datetime
    leaf_hash: str


@dataclass(frozen=True, slots=True)
class PublishedCounts:
    """How much is public: statements in all, declarations, companies that declared, people named."""

    statements: int
    declarations: int
    companies: int
    people: int


def publish(
    session: Session, statements: Iterable[Statement], jurisdiction: Jurisdiction, at: datetime
) -> tuple[int, ...]:
    """Copy statements to the public and give their sequence numbers; those that are public already are passed over.

    The copy is without particulars, withholds whoever is to be withheld, and says when, by whom and under which licence it was published. The leaf of the
    log is SHA-256(0x00 || SHA-256(salt || text)), with a salt of 32 random bytes.
    """
    take_turn(session, SERIES)
    wanted = list(statements)
    there = _already_there(session, [each.statement_id for each in wanted])
    sequence = next_sequence(session)
    given: list[int] = []
    for statement, public in zip(wanted, copies(session, wanted, jurisdiction, at), strict=True):
        if statement.statement_id in there:
            continue
        there.add(statement.statement_id)
        session.add(_row(public, sequence, at))
        session.flush()
        published_names.index(session, public)
        given.append(sequence)
        sequence += 1
    return tuple(given)


def _row(public: Statement, sequence: int, at: datetime) -> PublishedRow:
    text, salt = as_bytes(public), secrets.token_bytes(SALT_BYTES)
    return PublishedRow(
        sequence=sequence,
        statement_id=public.statement_id,
        record_id=public.record_id,
        record_type=public.record_type.value,
        record_status=(public.record_status or RecordStatus.NEW).value,
        declaration_subject=public.declaration_subject,
        declaration=public.declaration or "",
        statement_date=public.day,
        published_at=at,
        text=text,
        salt=salt,
        leaf_hash=leaf_of(salt, text),
    )


def _already_there(session: Session, statement_ids: list[str]) -> set[str]:
    found: set[str] = set()
    for some in portions(statement_ids):
        found.update(
            session.scalars(select(PublishedRow.statement_id).where(PublishedRow.statement_id.in_(some)))
        )
    return found


def texts(session: Session, after: int = 0) -> Iterator[bytes]:
    """The published texts in their order, from the one after a sequence number on; streamed."""
    query = select(PublishedRow.text).where(PublishedRow.sequence > after).order_by(PublishedRow.sequence)
    return iter(session.scalars(query.execution_options(yield_per=BATCH)))


def statements(session: Session, after: int = 0) -> Iterator[Statement]:
    """The published statements in their order; streamed."""
    return (statement_of(text) for text in texts(session, after))


def after(session: Session, sequence: int, limit: int = 100) -> tuple[PublishedStatement, ...]:
    """Published statements by their number, from the one after `sequence` on."""
    rows = session.scalars(
        select(PublishedRow)
        .where(PublishedRow.sequence > sequence)
        .order_by(PublishedRow.sequence)
        .limit(limit)
    )
    return _told(session, list(rows))


def entry(session: Session, statement_id: str) -> PublishedStatement:
    """Raises NotPublishedError."""
    row = session.scalars(select(PublishedRow).where(PublishedRow.statement_id == statement_id)).one_or_none()
    if row is None:
        raise NotPublishedError(statement_id)
    return _told(session, [row])[0]


def latest(session: Session) -> LogEntry | None:
    """The newest entry of the public log, a statement or a redaction; None while nothing is published."""
    one, other = PublishedRow, RedactionRow
    log = union_all(
        select(one.sequence, one.statement_id, one.published_at.label("at"), one.leaf_hash)
        .order_by(one.sequence.desc())
        .limit(1)
        .subquery()
        .select(),
        select(other.sequence, other.statement_id, other.redacted_at.label("at"), other.leaf_hash)
        .order_by(other.sequence.desc())
        .limit(1)
        .subquery()
        .select(),
    ).subquery()
    row = session.execute(select(log).order_by(log.c.sequence.desc()).limit(1)).first()
    return LogEntry(row[0], row[1], row[2], row[3].hex()) if row else None


def newest(session: Session, limit: int = 10) -> tuple[PublishedStatement, ...]:
    """The newest published statements, newest first."""
    rows = session.scalars(select(PublishedRow).order_by(PublishedRow.sequence.desc()).limit(limit))
    return _told(session, list(rows))


def counts(session: Session) -> PublishedCounts:
    """How much is public now."""
    row = PublishedRow
    persons = row.record_id.distinct()
    found = session.execute(
        select(
            func.count(),
            func.count(row.declaration.distinct()),
            func.count(row.declaration_subject.distinct()),
            func.count(persons).filter(row.record_type == RecordType.PERSON.value),
        )
    ).one()
    return PublishedCounts(found[0], found[1], found[2], found[3])


def of_subject(session: Session, subject: str) -> tuple[PublishedStatement, ...]:
    """Everything published about one company's network, in the order of the log; empty when nothing is."""
    return _published_where(session, PublishedRow.declaration_subject == subject)


def of_record(session: Session, record_id: str) -> tuple[PublishedStatement, ...]:
    """Everything published about one record, in the order of the log."""
    return _published_where(session, PublishedRow.record_id == record_id)


def of_declaration(session: Session, reference: str) -> tuple[PublishedStatement, ...]:
    """Everything published of one declaration, in the order of the log."""
    return _published_where(session, PublishedRow.declaration == reference)


def of_sequences(session: Session, sequences: Collection[int]) -> tuple[PublishedStatement, ...]:
    """The statements that were published under these numbers of the log."""
    return tuple(
        each
        for some in portions(sorted(set(sequences)))
        for each in _published_where(session, PublishedRow.sequence.in_(some))
    )


def _published_where(session: Session, *conditions: ColumnElement[bool]) -> tuple[PublishedStatement, ...]:
    rows = session.scalars(select(PublishedRow).where(*conditions).order_by(PublishedRow.sequence))
    return _told(session, list(rows))


def _told(session: Session, rows: list[PublishedRow]) -> tuple[PublishedStatement, ...]:
    redacted = published_redactions.newest_of(session, [row.sequence for row in rows])
    return tuple(_published(row, redacted.get(row.sequence)) for row in rows)


def _published(row: PublishedRow, redaction: Redaction | None) -> PublishedStatement:
    first = row.leaf_hash.hex()
    return PublishedStatement(
        statement_of(row.text),
        row.sequence,
        row.published_at,
        redaction.leaf_hash if redaction else first,
        row.text,
        row.salt.hex(),
        first,
        redaction.sequence if redaction else None,
    )
