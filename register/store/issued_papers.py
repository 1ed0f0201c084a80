"""Certificates and annexes about tenders as they were issued: added, and read back word for word."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.issued_papers import IssuedPaperRow, PaperSignatureRow


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
class Signature:
    """The second signature: whose (an account id), when (an instant in UTC), and its event of the audit trail."""

    by: int
    at: datetime
    entry: int


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """One paper; `body` is its JSON, `fingerprint` the SHA-256 of that, `entry` the event of the audit trail.

    `by` is an account id, `at` an instant in UTC: who signed it first, or alone where one signature is enough.
    """

    number: int
    ocid: str
    kind: PaperKind
    body: str
    fingerprint: str
    entry: int
    by: int
    at: datetime
    needs_second: bool = False
    second: Signature | None = None

    @property
    def issued(self) -> bool:
        """Whether everybody has signed who must."""
        return self.second is not None or not self.needs_second

    @property
    def issued_at(self) -> datetime:
        """When the last signature that there is was given."""
        return self.second.at if self.second else self.at


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
    needs_second: bool = False,
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
        needs_second=needs_second,
    )
    session.add(row)
    session.flush()
    return row.id


def sign(session: Session, number: int, *, entry: int, by: int, now: datetime) -> None:
    """Keep the second signature."""
    session.add(PaperSignatureRow(paper_id=number, entry=entry, signed_by=by, signed_at=now))
    session.flush()


def of_process(session: Session, ocid: str) -> tuple[IssuedPaper, ...]:
    """Every paper about a tender, newest first; those that wait for a second signature too."""
    rows = session.execute(_signed().where(IssuedPaperRow.ocid == ocid).order_by(IssuedPaperRow.id.desc()))
    return tuple(_paper(row, second) for row, second in rows)


def one(session: Session, number: int) -> IssuedPaper:
    """One paper. Raises PaperUnknownError."""
    found = session.execute(_signed().where(IssuedPaperRow.id == number)).first()
    if found is None:
        raise PaperUnknownError(number)
    return _paper(*found)


def _signed() -> Select[IssuedPaperRow, PaperSignatureRow]:
    signature = PaperSignatureRow
    return select(IssuedPaperRow, signature).outerjoin(signature, signature.paper_id == IssuedPaperRow.id)


def _paper(row: IssuedPaperRow, second: PaperSignatureRow | None) -> IssuedPaper:
    return IssuedPaper(
        row.id,
        row.ocid,
        PaperKind(row.kind),
        row.body,
        row.fingerprint,
        row.entry,
        row.issued_by,
        row.issued_at,
        row.needs_second,
        Signature(second.signed_by, second.signed_at, second.entry) if second else None,
    )
