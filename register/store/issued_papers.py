"""Certificates and annexes about tenders as they were issued: added, and read back word for word."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.issued_papers import IssuedPaperRow


class PaperKind(StrEnum):
    """What a paper tells: the check in short, or with every finding's proof."""

    CERTIFICATE = "certificate"
    ANNEX = "annex"


class PaperUnknownError(RegisterError):
    """No such paper was issued."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"no paper {number} was issued")


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """One paper; `body` is its JSON, `fingerprint` the SHA-256 of that, `entry` the event of the audit trail.

    `by` is an account id, `at` an instant in UTC.
    """

    number: int
    ocid: str
    kind: PaperKind
    body: str
    fingerprint: str
    entry: int
    by: int
    at: datetime


def add(
    session: Session,
    ocid: str,
    kind: PaperKind,
    body: str,
    *,
    fingerprint: str,
    entry: int,
    by: int,
    now: datetime,
) -> int:
    """Keep a paper and give its number."""
    row = IssuedPaperRow(
        ocid=ocid,
        kind=kind.value,
        body=body,
        fingerprint=fingerprint,
        entry=entry,
        issued_by=by,
        issued_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def of_process(session: Session, ocid: str) -> tuple[IssuedPaper, ...]:
    """Every paper about a tender, newest first."""
    rows = session.scalars(
        select(IssuedPaperRow).where(IssuedPaperRow.ocid == ocid).order_by(IssuedPaperRow.id.desc())
    )
    return tuple(_paper(row) for row in rows)


def one(session: Session, number: int) -> IssuedPaper:
    """One paper. Raises PaperUnknownError."""
    row = session.get(IssuedPaperRow, number)
    if row is None:
        raise PaperUnknownError(number)
    return _paper(row)


def _paper(row: IssuedPaperRow) -> IssuedPaper:
    return IssuedPaper(
        row.id,
        row.ocid,
        PaperKind(row.kind),
        row.body,
        row.fingerprint,
        row.entry,
        row.issued_by,
        row.issued_at,
    )
