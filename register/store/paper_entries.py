"""Declarations that came on paper and are being entered by staff, one at a time for a company."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.filings import PaperRow


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A paper, who signed it, and who enters it. `open` until it is signed off or given up."""

    id: int
    company_id: int
    entered_by: int
    title: str
    signed_name: str
    signed_capacity: str
    signed_on: date
    begun_at: datetime
    open: bool
    given_up_at: datetime | None

    @property
    def about(self) -> str:
        """Under what the scan of the paper is kept, and how the audit trail names it."""
        return f"paper:{self.id}"


class PaperNotFoundError(RegisterError):
    """There is no such paper."""

    def __init__(self, paper_id: int) -> None:
        self.paper_id = paper_id
        super().__init__(f"there is no paper {paper_id}")


class PaperOpenError(RegisterError):
    """A paper of the company is being entered already."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"a paper of company {company_id} is being entered already")


def add(
    session: Session,
    *,
    company_id: int,
    entered_by: int,
    title: str,
    signed_name: str,
    signed_capacity: str,
    signed_on: date,
    now: datetime,
) -> PaperEntry:
    """Begin to enter a paper. Raises PaperOpenError."""
    row = PaperRow(
        open_for=company_id,
        company_id=company_id,
        entered_by=entered_by,
        title=title,
        signed_name=signed_name,
        signed_capacity=signed_capacity,
        signed_on=signed_on,
        begun_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise PaperOpenError(company_id) from None
    return _paper(row)


def one(session: Session, paper_id: int) -> PaperEntry:
    """Raises PaperNotFoundError."""
    return _paper(_row(session, paper_id))


def open_for(session: Session, company_id: int) -> PaperEntry | None:
    """The paper of a company that is being entered now."""
    row = session.scalars(select(PaperRow).where(PaperRow.open_for == company_id)).first()
    return _paper(row) if row else None


def open_by(session: Session, account_id: int) -> tuple[PaperEntry, ...]:
    """The papers that a member of staff is entering, oldest first."""
    rows = session.scalars(
        select(PaperRow)
        .where(PaperRow.entered_by == account_id, PaperRow.open_for.is_not(None))
        .order_by(PaperRow.id)
    )
    return tuple(_paper(row) for row in rows)


def by(session: Session, account_id: int, limit: int = 100) -> tuple[PaperEntry, ...]:
    """The papers that a member of staff entered or is entering, newest first."""
    rows = session.scalars(
        select(PaperRow).where(PaperRow.entered_by == account_id).order_by(PaperRow.id.desc()).limit(limit)
    )
    return tuple(_paper(row) for row in rows)


def close(session: Session, paper_id: int, *, given_up_at: datetime | None = None) -> None:
    """Say that it is entered or, with a moment, given up. Raises PaperNotFoundError."""
    row = _row(session, paper_id)
    row.open_for, row.given_up_at = None, given_up_at
    session.flush()


def _row(session: Session, paper_id: int) -> PaperRow:
    row = session.get(PaperRow, paper_id)
    if row is None:
        raise PaperNotFoundError(paper_id)
    return row


def _paper(row: PaperRow) -> PaperEntry:
    return PaperEntry(
        id=row.id,
        company_id=row.company_id,
        entered_by=row.entered_by,
        title=row.title,
        signed_name=row.signed_name,
        signed_capacity=row.signed_capacity,
        signed_on=row.signed_on,
        begun_at=row.begun_at,
        open=row.open_for is not None,
        given_up_at=row.given_up_at,
    )
