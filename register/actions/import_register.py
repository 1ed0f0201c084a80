"""Take in a file of another register as a third-party source, a portion at a time."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice

from sqlalchemy.orm import Session

from register.elsewhere.other_file import OtherReading
from register.store import audit, other_registers
from register.store.other_registers import OtherFile

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


def import_register(session: Session, reading: OtherReading, source: Source, *, now: datetime) -> TakenIn:
    """Keep the statements of a file. Commits after each portion: what was stopped goes on where it was.

    What is kept already is kept once, whichever file brings it.
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
    session.commit()
    if file.finished:
        return TakenIn(file.read, 0, known=True)
    read, new = _portions(session, reading, file)
    other_registers.finish(session, file, now)
    audit.record(
        session,
        actor="clock",
        action="other register imported",
        about=source.name,
        at=now,
        facts={
            "file": reading.name,
            "read": str(read),
            "new": str(new),
            "faults": str(len(reading.faults)),
        },
    )
    session.commit()
    return TakenIn(read, new, known=False)


def _portions(session: Session, reading: OtherReading, file: OtherFile) -> tuple[int, int]:
    statements = reading.statements()
    read = sum(1 for _ in islice(statements, file.read))
    new = 0
    while portion := tuple(islice(statements, AT_ONCE)):
        read += len(portion)
        new += other_registers.keep(session, file, portion, read)
        session.commit()
        session.expunge_all()
    return read, new


def _hashed(reading: OtherReading) -> str:
    hashed = sha256()
    with reading.opened() as stream:
        while block := stream.read(1 << 20):
            hashed.update(block)
    return hashed.hexdigest()
