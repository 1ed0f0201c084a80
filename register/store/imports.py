"""The log of imports: each run with its progress, what it changed, and its first faults; officers' only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.contracts import ProcessRow
from register.models.imports import ContractImportFaultRow, ContractImportProcessRow, ContractImportRow
from register.ocds.fault import Fault
from register.store.engine import vault_of
from register.store.many import insert_all, table_of
from register.store.portions import portions

#: So many faults of a run are kept; the others are counted.
MOST_FAULTS = 200
LONGEST_SOURCE = 200
#: A run of the command line that gave no sign of life for so long was broken off.
SILENCE = timedelta(minutes=10)


class Way(StrEnum):
    """How contracts were brought."""

    PAGE = "page"
    COMMAND = "command"
    PORTAL = "portal"


class RunState(StrEnum):
    """Where a run stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Run:
    """One run. Of `processes` met, `new` and `changed` brought something; `by` is an account's number.

    `position` counts the releases met, `releases` those with new content; `size` and `bytes_read` are bytes of a file.
    """

    id: int
    way: Way
    source: str
    by: int | None
    state: RunState
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None
    size: int | None
    bytes_read: int
    position: int
    processes: int
    new: int
    changed: int
    releases: int
    faults: int

    @property
    def unchanged(self) -> int:
        return self.processes - self.new - self.changed

    def broken_off(self, now: datetime) -> bool:
        """Whether nobody works on it any more: a file that was sent is always gone on with by the worker."""
        return self.state is not RunState.DONE and self.way is not Way.PAGE and now - self.seen_at > SILENCE


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come, all its turns together."""

    position: int = 0
    processes: int = 0
    bytes_read: int = 0


@dataclass(frozen=True, slots=True)
class Brought:
    """A process that a run brought or changed; `title` is empty where it has none."""

    ocid: str
    title: str
    outcome: str


class RunUnknownError(RegisterError):
    """There is no such run."""

    def __init__(self, sought: int) -> None:
        self.sought = sought
        super().__init__(f"there is no import {sought}")


def begin(
    session: Session, way: Way, source: str, *, by: int | None, now: datetime, data: bytes | None = None
) -> int:
    """Keep a new run and give its number; a file that the worker is to read is kept sealed."""
    row = ContractImportRow(
        way=way.value,
        source=source[:LONGEST_SOURCE],
        by_account=by,
        state=(RunState.READING if data is None else RunState.WAITING).value,
        began_at=now,
        seen_at=now,
        size=None if data is None else len(data),
        bytes_read=0,
        position=0,
        processes=0,
        releases=0,
        faults=0,
    )
    session.add(row)
    session.flush()
    if data is not None:
        row.sealed = vault_of(session).seal(data, _place(row.id))
        session.flush()
    return row.id


def contents(session: Session, run_id: int) -> bytes | None:
    """The file that was sent; None once it was read, or when none was. Raises RunUnknownError."""
    row = _row(session, run_id)
    return None if row.sealed is None else vault_of(session).unseal(row.sealed, _place(row.id))


def brought(session: Session, run_id: int, outcomes: Mapping[str, str], releases: int) -> None:
    """Say in the transaction of the change itself which processes a run brought ("new"), or changed; new stays new.

    `releases` had new content, whether or not that changed anything about their process.
    """
    _row(session, run_id).releases += releases
    row = ContractImportProcessRow
    told: set[str] = set()
    for some in portions(list(outcomes)):
        told.update(session.scalars(select(row.ocid).where(row.import_id == run_id, row.ocid.in_(some))))
    rows = ((run_id, ocid, outcome) for ocid, outcome in outcomes.items() if ocid not in told)
    insert_all(session, table_of(row), ("import_id", "ocid", "outcome"), rows)


def keep(
    session: Session, run_id: int, progress: Progress, faults: Sequence[Fault], *, now: datetime
) -> None:
    """Keep how far a run is, and the faults met since it was last kept."""
    row = _row(session, run_id)
    row.state, row.seen_at = RunState.READING.value, now
    row.position, row.processes, row.bytes_read = (
        progress.position,
        progress.processes,
        progress.bytes_read,
    )
    room = max(0, MOST_FAULTS - row.faults)
    row.faults += len(faults)
    session.add_all(
        ContractImportFaultRow(import_id=run_id, file=each.file, place=each.place, sentence=each.sentence)
        for each in faults[:room]
    )
    session.flush()


def end(session: Session, run_id: int, *, now: datetime) -> None:
    """Say that a run is over; its file is thrown away."""
    row = _row(session, run_id)
    row.state, row.seen_at, row.ended_at, row.sealed = RunState.DONE.value, now, now, None
    session.flush()


def changed_anything(session: Session, run_id: int) -> bool:
    """Whether a run brought or changed any process so far."""
    row = ContractImportProcessRow
    return session.scalar(select(row.ocid).where(row.import_id == run_id).limit(1)) is not None


def run(session: Session, run_id: int) -> Run:
    """One run. Raises RunUnknownError."""
    return _runs(session, [_row(session, run_id)])[0]


def runs(session: Session, limit: int, offset: int = 0) -> tuple[Run, ...]:
    """The latest runs, newest first."""
    query = select(ContractImportRow).order_by(ContractImportRow.id.desc())
    return _runs(session, list(session.scalars(query.limit(limit).offset(offset))))


def count(session: Session) -> int:
    """How many runs there were."""
    return session.scalar(select(func.count()).select_from(ContractImportRow)) or 0


def processes(session: Session, run_id: int, limit: int, offset: int = 0) -> tuple[Brought, ...]:
    """What a run brought first, then what it changed, in order of ocid."""
    row = ContractImportProcessRow
    query = (
        select(row.ocid, ProcessRow.title, row.outcome)
        .outerjoin(ProcessRow, ProcessRow.ocid == row.ocid)
        .where(row.import_id == run_id)
        .order_by(row.outcome.desc(), row.ocid)
    )
    return tuple(
        Brought(ocid, title or "", outcome)
        for ocid, title, outcome in session.execute(query.limit(limit).offset(offset))
    )


def faults(session: Session, run_id: int) -> tuple[Fault, ...]:
    """The first faults of a run, as they were met."""
    row = ContractImportFaultRow
    query = select(row).where(row.import_id == run_id).order_by(row.id)
    return tuple(Fault(each.file, each.place, each.sentence) for each in session.scalars(query))


def _runs(session: Session, rows: Iterable[ContractImportRow]) -> tuple[Run, ...]:
    listed, row = list(rows), ContractImportProcessRow
    query = (
        select(row.import_id, row.outcome, func.count())
        .where(row.import_id.in_([each.id for each in listed]))
        .group_by(row.import_id, row.outcome)
    )
    told = {(run_id, outcome): number for run_id, outcome, number in session.execute(query)}
    return tuple(
        Run(
            id=each.id,
            way=Way(each.way),
            source=each.source,
            by=each.by_account,
            state=RunState(each.state),
            began_at=each.began_at,
            seen_at=each.seen_at,
            ended_at=each.ended_at,
            size=each.size,
            bytes_read=each.bytes_read,
            position=each.position,
            processes=each.processes,
            new=told.get((each.id, "new"), 0),
            changed=told.get((each.id, "changed"), 0),
            releases=each.releases,
            faults=each.faults,
        )
        for each in listed
    )


def _row(session: Session, run_id: int) -> ContractImportRow:
    row = session.get(ContractImportRow, run_id, populate_existing=True)
    if row is None:
        raise RunUnknownError(run_id)
    return row


def _place(run_id: int) -> str:
    return f"contract_import|sealed|{run_id}"
