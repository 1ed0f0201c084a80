"""What other registers publish: third-party statements, kept apart, never published here, joined by identifier alone."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

import orjson
from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.orm import Session

from bods.reading import statement_from
from bods.records import Entity, Person, Relationship
from bods.statements import Statement
from bods.writing import as_bytes
from register.models.other_registers import (
    OtherFileRow,
    OtherIdentifierRow,
    OtherRegisterRow,
    OtherStatementRow,
)
from register.store.companies import official_number
from register.store.portions import portions
from register.store.statements import MOST_ROUNDS

Number = tuple[str, str]
#: A record of another register: the register's number, and its record id there.
Place = tuple[int, str]
#: Writes whose word a name is: name, the other register's name, the day up to which it speaks.
Mark = Callable[[str, str, date], str]
PREFIX = "other:"


@dataclass(frozen=True, slots=True)
class OtherFile:
    """One file of another register; `read` statements of it are kept. `finished` says whether it was read to its end."""

    id: int
    register_id: int
    read: int
    finished: bool


@dataclass(frozen=True, slots=True)
class OtherRegister:
    """Another register, how much of it is kept, and up to which day it speaks."""

    id: int
    name: str
    url: str
    statements: int
    as_of: date | None


def begin(
    session: Session, *, name: str, url: str, content_hash: str, file: str, as_of: date, now: datetime
) -> OtherFile:
    """Begin a file, or go on with it; a file that was read to its end comes back finished."""
    register = session.scalars(select(OtherRegisterRow).where(OtherRegisterRow.name == name)).first()
    if register is None:
        register = OtherRegisterRow(name=name, url=url, added_at=now)
        session.add(register)
    register.url = url or register.url
    session.flush()
    query = select(OtherFileRow).where(
        OtherFileRow.register_id == register.id, OtherFileRow.content_hash == content_hash
    )
    row = session.scalars(query).first()
    if row is None:
        row = OtherFileRow(
            register_id=register.id, content_hash=content_hash, name=file, as_of=as_of, read=0, begun_at=now
        )
        session.add(row)
        session.flush()
    return OtherFile(row.id, row.register_id, row.read, row.finished_at is not None)


def keep(session: Session, file: OtherFile, statements: Sequence[Statement], read: int) -> int:
    """Keep what is new of these statements, and that the file is read so far; gives how many were new."""
    bodies = {sha256(body).hexdigest(): (each, body) for each in statements for body in (as_bytes(each),)}
    known: set[str] = set()
    row = OtherStatementRow
    for some in portions(sorted(bodies)):
        query = select(row.content_hash).where(
            row.register_id == file.register_id, row.content_hash.in_(some)
        )
        known.update(session.scalars(query))
    news = {hashed: each for hashed, each in bodies.items() if hashed not in known}
    rows = {hashed: _row(file, hashed, *each) for hashed, each in news.items()}
    session.add_all(rows.values())
    kept = session.get(OtherFileRow, file.id)
    if kept is not None:
        kept.read = read
    session.flush()
    for hashed, (each, _) in news.items():
        session.add_all(
            OtherIdentifierRow(other_statement_id=rows[hashed].id, scheme=scheme, number=number)
            for scheme, number in sorted(_numbers(each))
        )
    session.flush()
    return len(news)


def finish(session: Session, file: OtherFile, now: datetime) -> None:
    """Keep that a file was read to its end."""
    row = session.get(OtherFileRow, file.id)
    if row is not None:
        row.finished_at = now
        session.flush()


def registers(session: Session) -> tuple[OtherRegister, ...]:
    """Every other register of which something is kept, by name."""
    made, days = OtherStatementRow, OtherFileRow
    counted = dict(session.execute(select(made.register_id, func.count()).group_by(made.register_id)).all())
    until = dict(
        session.execute(select(days.register_id, func.max(days.as_of)).group_by(days.register_id)).all()
    )
    rows = session.scalars(select(OtherRegisterRow).order_by(OtherRegisterRow.name))
    return tuple(
        OtherRegister(row.id, row.name, row.url, counted.get(row.id, 0), until.get(row.id)) for row in rows
    )


def behind(
    session: Session, told: Iterable[Statement], numbers: Iterable[Number], mark: Mark
) -> tuple[Statement, ...]:
    """What other registers say of the bodies in these statements, and of those with these numbers, up to the end.

    Bodies that stand in `told` keep the record they have there; all else bears a record id of its own, and a name that
    says whose word it is. Officers' alone.
    """
    ours = _ours(told)
    asked = {(scheme, official_number(number)) for scheme, number in numbers if scheme and number}
    frontier = _known_as(session, {*ours, *asked})
    met: dict[Place, Statement] = {}
    for _ in range(MOST_ROUNDS):
        found = _about(session, frontier)
        met |= found
        frontier = {
            (register, end) for (register, _), each in found.items() for end in _ends(each)
        } - met.keys()
        if not frontier:
            break
    names = {each.id: each for each in registers(session)}
    return tuple(_adapted(place, each, met, ours, names[place[0]], mark) for place, each in _added(met, ours))


def _ours(told: Iterable[Statement]) -> dict[Number, str]:
    found: dict[Number, str] = {}
    for each in told:
        for number in _numbers(each):
            found.setdefault(number, each.record_id)
    return found


def _numbers(statement: Statement) -> set[Number]:
    if not isinstance(statement.record, Entity):
        return set()
    return {
        (each.scheme, official_number(each.id))
        for each in statement.record.identifiers
        if each.scheme and each.id
    }


def _known_as(session: Session, numbers: Collection[Number]) -> set[Place]:
    made, row, found = OtherStatementRow, OtherIdentifierRow, set[Place]()
    for some in portions(sorted(numbers)):
        query = (
            select(made.register_id, made.record_id)
            .join(row, row.other_statement_id == made.id)
            .where(tuple_(row.scheme, row.number).in_(some))
        )
        found.update((register, record) for register, record in session.execute(query.distinct()))
    return found


def _about(session: Session, places: Collection[Place]) -> dict[Place, Statement]:
    """The newest statement of these records, and of each relationship that is about one of them."""
    row, found = OtherStatementRow, dict[Place, tuple[int, Statement]]()
    for some in portions(sorted(places)):
        query = select(row).where(or_(*(_one(row, register, record) for register, record in some)))
        for each in session.scalars(query.order_by(row.id)):
            statement = statement_from(orjson.loads(each.body))
            before = found.get((each.register_id, each.record_id))
            if before is None or statement.day >= before[1].day:
                found[each.register_id, each.record_id] = (each.id, statement)
    return {place: statement for place, (_, statement) in found.items()}


def _one(row: type[OtherStatementRow], register: int, record: str) -> ColumnElement[bool]:
    return and_(row.register_id == register, or_(row.record_id == record, row.subject == record))


def _ends(statement: Statement) -> Iterable[str]:
    record = statement.record
    if isinstance(record, Relationship):
        return [end for end in (record.interested_party, record.subject) if isinstance(end, str)]
    return ()


def _added(met: dict[Place, Statement], ours: dict[Number, str]) -> list[tuple[Place, Statement]]:
    return [(place, each) for place, each in sorted(met.items()) if not (_numbers(each) & ours.keys())]


def _adapted(
    place: Place,
    statement: Statement,
    met: dict[Place, Statement],
    ours: dict[Number, str],
    source: OtherRegister,
    mark: Mark,
) -> Statement:
    def named(record_id: str) -> str:
        there = met.get((place[0], record_id))
        known = [ours[number] for number in _numbers(there) if number in ours] if there else []
        return known[0] if known else f"{PREFIX}{place[0]}:{record_id}"

    record, as_of = statement.record, source.as_of or statement.day
    if isinstance(record, Entity):
        record = replace(record, name=mark(record.name or "", source.name, as_of))
    elif isinstance(record, Person):
        record = replace(
            record,
            names=tuple(
                replace(each, full_name=mark(each.full_name, source.name, as_of)) for each in record.names
            ),
        )
    else:
        ends = [
            named(end) if isinstance(end, str) else end for end in (record.subject, record.interested_party)
        ]
        components = tuple(named(each) for each in record.component_records)
        record = replace(record, subject=ends[0], interested_party=ends[1], component_records=components)
    return replace(
        statement,
        record=record,
        record_id=f"{PREFIX}{place[0]}:{statement.record_id}",
        declaration_subject=f"{PREFIX}{place[0]}:{statement.declaration_subject}",
        declaration=None,
    )


def _row(file: OtherFile, hashed: str, statement: Statement, body: bytes) -> OtherStatementRow:
    record = statement.record
    subject = record.subject if isinstance(record, Relationship) and isinstance(record.subject, str) else ""
    return OtherStatementRow(
        register_id=file.register_id,
        file_id=file.id,
        content_hash=hashed,
        statement_id=statement.statement_id,
        record_id=statement.record_id,
        record_type=statement.record_type.value,
        subject=subject,
        body=body.decode(),
    )
