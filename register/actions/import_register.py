"""Take in a file of another register as a third-party source, a portion at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice

from sqlalchemy.orm import Session

from register.elsewhere.other_file import OtherReading
from register.store import audit, other_registers

#: Statements kept in one transaction.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Source:
    """Whose word it is: the other register's name, and where it publishes."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of one file: statements read and new; `known` that it was read to its end before."""

    read: int
    new: int
    known: bool


def import_register(
    session: Session, reading: OtherReading, source: Source, *, now: datetime
) -> Iterator[TakenIn]:
    """Keep the statements of a file; says after each portion how far it is, the last time when it is done.

    The door commits whenever it hears: what was stopped goes on where it was. What is kept already is kept once,
    whichever file brings it.
    """
    file = other_registers.begin(
        session,
        name=source.name,
        url=source.url,
        content_hash=_hashed(reading),
        file=reading.name,
        as_of=reading.as_of,
        now=now,
    )
    if file.finished:
        yield TakenIn(file.read, 0, known=True)
        return
    taken = TakenIn(file.read, 0, known=False)
    statements = islice(reading.statements(), file.read, None)
    while portion := tuple(islice(statements, AT_ONCE)):
        read = taken.read + len(portion)
        taken = TakenIn(read, taken.new + other_registers.keep(session, file, portion, read), known=False)
        yield taken
    other_registers.finish(session, file, now)
    facts = {"file": reading.name, "read": str(taken.read), "new": str(taken.new)}
    facts["faults"] = str(len(reading.faults))
    audit.record(
        session, actor="clock", action="other register imported", about=source.name, at=now, facts=facts
    )
    yield taken


def _hashed(reading: OtherReading) -> str:
    hashed = sha256()
    with reading.opened() as stream:
        while block := stream.read(1 << 20):
            hashed.update(block)
    return hashed.hexdigest()
