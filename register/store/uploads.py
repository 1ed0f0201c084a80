"""Files of many declarations: sealed while they wait, thrown away once read; what was wrong is kept by its place."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.elsewhere.fault import CellFault
from register.exceptions import RegisterError
from register.models.uploads import BulkUploadRow
from register.store.engine import vault_of


class UploadState(StrEnum):
    """Where a file stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one company of a file: a draft made for `company_id`, or nothing."""

    name: str
    number: str
    row: int
    company_id: int | None


@dataclass(frozen=True, slots=True)
class Upload:
    """One file, without its contents. `companies` of them there are, `done` of them were looked at."""

    id: int
    handle: str
    account_id: int
    file_name: str
    state: UploadState
    companies: int
    done: int
    faults: tuple[CellFault, ...]
    taken: tuple[Taken, ...]
    #: The companies that whoever sent it might write for.
    allowed: tuple[int, ...]
    uploaded_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is read, and what was found so far."""

    state: UploadState
    companies: int
    done: int
    faults: tuple[CellFault, ...] = field(default=())
    taken: tuple[Taken, ...] = field(default=())


class UploadNotFoundError(RegisterError):
    """There is no such file."""

    def __init__(self, sought: int | str) -> None:
        self.sought = sought
        super().__init__(f"there is no uploaded file {sought}")


def add(
    session: Session, account_id: int, file_name: str, data: bytes, allowed: tuple[int, ...], now: datetime
) -> Upload:
    """Keep a file, sealed, until it is read."""
    handle = secrets.token_urlsafe(16)
    row = BulkUploadRow(
        handle=handle,
        account_id=account_id,
        file_name=file_name[-120:],
        file_hash=sha256(data).hexdigest(),
        sealed=vault_of(session).seal(data, _place(handle)),
        state=UploadState.WAITING.value,
        companies=0,
        companies_done=0,
        told=orjson.dumps({"faults": [], "taken": [], "allowed": list(allowed)}).decode(),
        uploaded_at=now,
    )
    session.add(row)
    session.flush()
    return _upload(row)


def upload(session: Session, upload_id: int) -> Upload:
    """One file. Raises UploadNotFoundError."""
    return _upload(_row(session, upload_id))


def by_handle(session: Session, handle: str, account_id: int) -> Upload:
    """A file of this account. Raises UploadNotFoundError."""
    row = session.scalars(
        select(BulkUploadRow).where(BulkUploadRow.handle == handle, BulkUploadRow.account_id == account_id)
    ).first()
    if row is None:
        raise UploadNotFoundError(handle)
    return _upload(row)


def of_account(session: Session, account_id: int, limit: int = 10) -> tuple[Upload, ...]:
    """The latest files of an account, newest first."""
    query = select(BulkUploadRow).where(BulkUploadRow.account_id == account_id)
    return tuple(
        _upload(row) for row in session.scalars(query.order_by(BulkUploadRow.id.desc()).limit(limit))
    )


def contents(session: Session, upload_id: int) -> bytes | None:
    """The file itself; None once it was read. Raises UploadNotFoundError."""
    row = _row(session, upload_id)
    return vault_of(session).unseal(row.sealed, _place(row.handle)) if row.sealed is not None else None


def keep(session: Session, upload_id: int, progress: Progress, now: datetime) -> None:
    """Keep how far it is read. A file that is done or refused is thrown away."""
    row = _row(session, upload_id)
    row.state, row.companies, row.companies_done = progress.state.value, progress.companies, progress.done
    told = orjson.loads(row.told)
    told["faults"] = [
        [each.row, each.column, each.message, each.sheet, dict(each.facts)] for each in progress.faults
    ]
    told["taken"] = [[each.name, each.number, each.row, each.company_id] for each in progress.taken]
    row.told = orjson.dumps(told).decode()
    if progress.state in (UploadState.DONE, UploadState.REFUSED):
        row.sealed, row.finished_at = None, now
    session.flush()


def _row(session: Session, upload_id: int) -> BulkUploadRow:
    row = session.get(BulkUploadRow, upload_id, populate_existing=True)
    if row is None:
        raise UploadNotFoundError(upload_id)
    return row


def _place(handle: str) -> str:
    return f"bulk_upload|{handle}"


def _upload(row: BulkUploadRow) -> Upload:
    told: dict[str, Any] = orjson.loads(row.told)
    return Upload(
        id=row.id,
        handle=row.handle,
        account_id=row.account_id,
        file_name=row.file_name,
        state=UploadState(row.state),
        companies=row.companies,
        done=row.companies_done,
        faults=tuple(
            CellFault(at, column, message, sheet, facts)
            for at, column, message, sheet, facts in told["faults"]
        ),
        taken=tuple(Taken(*each) for each in told["taken"]),
        allowed=tuple(told["allowed"]),
        uploaded_at=row.uploaded_at,
        finished_at=row.finished_at,
    )
