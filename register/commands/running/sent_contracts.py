"""A file of contracts that was sent by a page: taken in by the worker, a turn at a time, and gone on with after a stop."""

import gzip
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO, cast

from sqlalchemy.orm import Session

from register.commands.running.importing import Import
from register.jurisdictions import Jurisdiction
from register.ocds.decoding import Unzipped
from register.ocds.fault import Fault
from register.store import imports, outbox
from register.store.imports import Run
from register.store.outbox import Work

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

KIND = "contracts"
#: After so long other work has its turn.
TURN = timedelta(seconds=15)
AT_ONCE = 100
#: Bytes of a file that is sent may unpack to so many; the command line knows no such bound.
LARGEST_UNPACKED = 512 << 20
_GZIP = b"\x1f\x8b"


class Bounded(io.RawIOBase):
    """What is in a file, unpacked where it is zipped, up to a bound; `cut` says that there was more."""

    def __init__(self, data: bytes, bound: int = LARGEST_UNPACKED) -> None:
        self._raw = io.BytesIO(data)
        zipped = data.startswith(_GZIP)
        self._source = Unzipped(gzip.GzipFile(fileobj=self._raw)) if zipped else self._raw
        self._left = bound
        self.cut = False

    @property
    def bytes_read(self) -> int:
        """How much of the file itself was read."""
        return self._raw.tell()

    def readable(self) -> bool:
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        room = memoryview(into)
        piece = self._source.read(min(len(room), self._left + 1))
        if len(piece) > self._left:
            piece, self.cut = piece[: self._left], True
        self._left -= len(piece)
        room[: len(piece)] = piece
        return len(piece)


def go_on(session: Session, work: Work, jurisdiction: Jurisdiction, *, turn: timedelta = TURN) -> None:
    """Take in the next part of a file; what is left is left to the worker again. Nothing happens once all is done."""
    run_id = int(work.payload["run"])
    data, run = imports.contents(session, run_id), imports.run(session, run_id)
    # What is read next waits for no writer, which a transaction says when it begins.
    session.rollback()
    if data is None:
        return
    began = datetime.now(UTC)
    importing = Import(session, jurisdiction, began, run_id, f"account:{run.by}", AT_ONCE)

    def enough() -> bool:
        return datetime.now(UTC) - began > turn

    def alive() -> None:
        outbox.hold(session, work, now=datetime.now(UTC))
        session.commit()

    whole = _read(importing, Bounded(data), run, enough, alive)
    if whole:
        importing.end()
    else:
        key = f"{KIND}:{run_id}:{importing.position}"
        outbox.add(session, KIND, key, {"run": str(run_id)}, now=datetime.now(UTC))


def _read(
    importing: Import, stream: Bounded, run: Run, enough: Callable[[], bool], alive: Callable[[], None]
) -> bool:
    importing.reads = lambda: stream.bytes_read
    whole = importing.read(
        cast("BinaryIO", stream), run.source, skip=run.position, enough=enough, alive=alive
    )
    if stream.cut:
        told = (
            f"This file unpacks to more than {LARGEST_UNPACKED >> 20} MB; what came before was read. "
            "Send it in parts, or have an administrator import it by command."
        )
        importing.faults.append(Fault(run.source, "", told))
    return whole
