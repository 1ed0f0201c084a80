"""The statements: added in the order in which the register learnt them, never changed."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import orjson
from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.orm import Session, aliased

from bods.codelists import RecordStatus
from bods.reading import statement_from
from bods.records import Entity
from bods.statements import Statement
from bods.writing import as_bytes
from register.exceptions import RegisterError
from register.models.statements import EntityIdentifierRow, StatementRow
from register.store.companies import official_number
from register.store.portions import among, portions

#: Chains of companies that declare each other end sooner than this; a longer one is cut here.
MOST_ROUNDS = 25


class StatementNotFoundError(RegisterError):
    """There is no statement under this identifier."""

    def __init__(self, statement_id: str) -> None:
        self.statement_id = statement_id
        super().__init__(f"there is no statement {statement_id}")


def append(session: Session, statement: Statement, learnt_at: datetime) -> None:
    """Add a statement, with the official numbers it states. It is kept without publication details."""
    row = StatementRow(
        statement_id=statement.statement_id,
        record_id=statement.record_id,
        record_type=statement.record_type.value,
        record_status=(statement.record_status or RecordStatus.NEW).value,
        declaration_subject=statement.declaration_subject,
        declaration=statement.declaration or "",
        statement_date=statement.day,
        learnt_at=learnt_at,
        body=as_bytes(statement).decode(),
    )
    session.add(row)
    session.flush()
    if isinstance(statement.record, Entity):
        numbers = {
            (each.scheme, official_number(each.id))
            for each in statement.record.identifiers
            if each.scheme and each.id
        }
        for scheme, number in sorted(numbers):
            session.add(
                EntityIdentifierRow(
                    statement_id=row.id,
                    scheme=scheme,
                    number=number,
                    record_id=statement.record_id,
                    declaration_subject=statement.declaration_subject,
                )
            )
        session.flush()


def append_all(session: Session, statements: Iterable[Statement], learnt_at: datetime) -> None:
    """Add several statements, in their order."""
    for statement in statements:
        append(session, statement, learnt_at)


def statement(session: Session, statement_id: str) -> Statement:
    """Raises StatementNotFoundError."""
    body = session.scalar(select(StatementRow.body).where(StatementRow.statement_id == statement_id))
    if body is None:
        raise StatementNotFoundError(statement_id)
    return _statement(body)


def about(session: Session, record_id: str) -> tuple[Statement, ...]:
    """Everything ever stated about one record, in the order learnt."""
    return _statements(session, StatementRow.record_id == record_id)


def of_subject(session: Session, subject: str) -> tuple[Statement, ...]:
    """Everything ever stated in the network of one subject, in the order learnt."""
    return _statements(session, StatementRow.declaration_subject == subject)


def of_subjects(session: Session, subjects: Collection[str]) -> tuple[Statement, ...]:
    """Everything ever stated in these networks, in the order learnt."""
    rows: list[tuple[int, str]] = []
    for some in portions(sorted(subjects)):
        rows += session.execute(
            select(StatementRow.id, StatementRow.body).where(
                among(session, StatementRow.declaration_subject, some)
            )
        )
    return tuple(_statement(body) for _, body in sorted(rows))


def of_records(session: Session, record_ids: Collection[str]) -> tuple[Statement, ...]:
    """Everything ever stated of these records, in the order learnt."""
    rows: list[tuple[int, str]] = []
    for some in portions(sorted(record_ids)):
        rows += session.execute(
            select(StatementRow.id, StatementRow.body).where(among(session, StatementRow.record_id, some))
        )
    return tuple(_statement(body) for _, body in sorted(rows))


def upstream(session: Session, identifiers: Iterable[tuple[str, str]]) -> tuple[Statement, ...]:
    """Everything stated in the networks of these companies, and of every self-declared company in their chains.

    `identifiers` are scheme and number. A company of a chain that has declared for itself, under the same scheme and
    number, brings its own network, and so on to the end.
    """
    return of_subjects(session, subjects_upstream(session, identifiers))


def subjects_upstream(session: Session, identifiers: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Record ids of the self-declared companies with these official numbers, and of those above them to the end."""
    found: set[str] = set()
    for some in portions(_asked(identifiers)):
        found.update(session.scalars(_climbing(_declaring(some))))
    return frozenset(found)


def above(session: Session, subjects: Collection[str]) -> frozenset[str]:
    """These self-declared companies, by record id, and those above them to the end."""
    row, found = EntityIdentifierRow, set(subjects)
    for some in portions(sorted(subjects)):
        own = select(row.declaration_subject).where(among(session, row.declaration_subject, some))
        found.update(session.scalars(_climbing(own)))
    return frozenset(found)


def self_declared(session: Session, identifiers: Iterable[tuple[str, str]]) -> set[str]:
    """Record ids of the companies that have declared for themselves under one of these official numbers."""
    found: set[str] = set()
    for some in portions(_asked(identifiers)):
        found.update(session.scalars(_declaring(some).distinct()))
    return found


def _asked(identifiers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted({(scheme, official_number(number)) for scheme, number in identifiers})


def _declaring(numbers: list[tuple[str, str]]) -> Select[str]:
    row = EntityIdentifierRow
    return select(row.declaration_subject).where(
        tuple_(row.scheme, row.number).in_(numbers), row.record_id == row.declaration_subject
    )


def _climbing(begun: Select[str]) -> Select[str]:
    """Climb from network to network in one question; each network is met once, so circles end."""
    met = begun.cte("met", recursive=True)
    named, own = aliased(EntityIdentifierRow), aliased(EntityIdentifierRow)
    above = (
        select(own.declaration_subject)
        .select_from(met)
        .join(named, named.declaration_subject == met.c.declaration_subject)
        .join(own, (own.scheme == named.scheme) & (own.number == named.number))
        .where(own.record_id == own.declaration_subject)
    )
    return select(met.union(above).c.declaration_subject)


def subjects_sharing(session: Session, subject: str) -> frozenset[str]:
    """Other networks in which a body stands that stands in this one, by official number; also as the subject."""
    mine, theirs = aliased(EntityIdentifierRow), aliased(EntityIdentifierRow)
    return frozenset(
        session.scalars(
            select(theirs.declaration_subject)
            .join(mine, (mine.scheme == theirs.scheme) & (mine.number == theirs.number))
            .where(mine.declaration_subject == subject, theirs.declaration_subject != subject)
            .distinct()
        )
    )


def subjects_naming(session: Session, subjects: Collection[str]) -> frozenset[str]:
    """Networks in which a body stands that stands in one of these, by official number; these among them."""
    mine, theirs = aliased(EntityIdentifierRow), aliased(EntityIdentifierRow)
    found: set[str] = set()
    for some in portions(sorted(subjects)):
        found.update(
            session.scalars(
                select(theirs.declaration_subject)
                .join(mine, (mine.scheme == theirs.scheme) & (mine.number == theirs.number))
                .where(among(session, mine.declaration_subject, some))
                .distinct()
            )
        )
    return frozenset(found)


def subjects_downstream(session: Session, subjects: Collection[str]) -> frozenset[str]:
    """These subjects, and every company in whose chains one of them stands by its own official number, to the end."""
    found: set[str] = set()
    frontier = set(subjects)
    for _ in range(MOST_ROUNDS):
        found |= frontier
        frontier = _naming(session, frontier) - found
        if not frontier:
            break
    return frozenset(found)


def _naming(session: Session, subjects: set[str]) -> set[str]:
    naming, own = aliased(EntityIdentifierRow), aliased(EntityIdentifierRow)
    found: set[str] = set()
    for some in portions(sorted(subjects)):
        found.update(
            session.scalars(
                select(naming.declaration_subject)
                .join(own, (own.scheme == naming.scheme) & (own.number == naming.number))
                .where(own.record_id.in_(some))
                .distinct()
            )
        )
    return found


def official_numbers(session: Session, subjects: Collection[str]) -> frozenset[tuple[str, str]]:
    """Scheme and number of these subjects themselves, as ever stated."""
    row, found = EntityIdentifierRow, set[tuple[str, str]]()
    for some in portions(sorted(subjects)):
        found.update(
            session.execute(select(row.scheme, row.number).where(row.record_id.in_(some)).distinct())
        )
    return frozenset(found)


def learnt(session: Session, statement_ids: Collection[str]) -> Mapping[str, datetime]:
    """When the register learnt each of these statements."""
    found: dict[str, datetime] = {}
    for some in portions(sorted(statement_ids)):
        found.update(
            session.execute(
                select(StatementRow.statement_id, StatementRow.learnt_at).where(
                    StatementRow.statement_id.in_(some)
                )
            ).all()
        )
    return found


def subjects_since(session: Session, moment: datetime) -> tuple[str, ...]:
    """The companies of which something was learnt at that moment or later, by record id, in order."""
    row = StatementRow
    query = select(row.declaration_subject).where(row.learnt_at >= moment).distinct()
    return tuple(sorted(session.scalars(query)))


def known_by(session: Session, subject: str, moment: datetime) -> tuple[Statement, ...]:
    """What the register knew of a network at a moment, in the order learnt."""
    return _statements(session, StatementRow.declaration_subject == subject, StatementRow.learnt_at <= moment)


def closed(session: Session, subject: str) -> frozenset[str]:
    """Records of a network that were closed: their identifiers are never used again."""
    return frozenset(
        session.scalars(
            select(StatementRow.record_id).where(
                StatementRow.declaration_subject == subject,
                StatementRow.record_status == RecordStatus.CLOSED.value,
            )
        )
    )


def everything(session: Session) -> tuple[Statement, ...]:
    """Every statement there is, in the order learnt: for questions about the whole register."""
    return _statements(session)


def _statements(session: Session, *conditions: ColumnElement[bool]) -> tuple[Statement, ...]:
    bodies = session.scalars(select(StatementRow.body).where(*conditions).order_by(StatementRow.id))
    return tuple(_statement(body) for body in bodies)


def _statement(body: str) -> Statement:
    return statement_from(orjson.loads(body))
