"""The companies that declare: each under one record identifier for ever."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.companies import CompanyRow


@dataclass(frozen=True, slots=True)
class Company:
    """A supplier. `subject_record_id` is its BODS record id in its own declarations."""

    id: int
    subject_record_id: str
    name: str
    scheme: str
    number: str


class CompanyNotFoundError(RegisterError):
    """No company is kept under this number or record id."""

    def __init__(self, sought: int | str) -> None:
        self.sought = sought
        super().__init__(f"there is no company {sought}")


class CompanyAlreadyKnownError(RegisterError):
    """Another company is kept under the same official number."""

    def __init__(self, scheme: str, number: str) -> None:
        self.scheme, self.number = scheme, number
        super().__init__(f"a company with the number {number} ({scheme}) is known already")


def official_number(number: str) -> str:
    """An official number as it is compared and kept: capital letters, no white space."""
    return "".join(number.split()).upper()


def company(session: Session, company_id: int) -> Company:
    """Raises CompanyNotFoundError."""
    row = session.get(CompanyRow, company_id)
    if row is None:
        raise CompanyNotFoundError(company_id)
    return _company(row)


def by_subject(session: Session, subject_record_id: str) -> Company:
    """The company that has this record id. Raises CompanyNotFoundError."""
    row = session.scalars(select(CompanyRow).where(CompanyRow.subject_record_id == subject_record_id)).first()
    if row is None:
        raise CompanyNotFoundError(subject_record_id)
    return _company(row)


def find(session: Session, scheme: str, number: str) -> Company | None:
    """The company with this official number, however it is spaced and written; None when nobody knows it."""
    row = session.scalars(
        select(CompanyRow).where(CompanyRow.scheme == scheme, CompanyRow.number == official_number(number))
    ).first()
    return _company(row) if row else None


def count(session: Session) -> int:
    """How many companies the register knows."""
    return session.scalar(select(func.count()).select_from(CompanyRow)) or 0


def create(session: Session, *, name: str, scheme: str, number: str, now: datetime) -> Company:
    """Keep a company under a record id of its own. Raises CompanyAlreadyKnownError."""
    row = CompanyRow(
        subject_record_id=f"um-{secrets.token_hex(8)}",
        name=name,
        scheme=scheme,
        number=official_number(number),
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise CompanyAlreadyKnownError(scheme, number) from None
    return _company(row)


def rename(session: Session, company_id: int, name: str) -> None:
    """Keep the name that the company last declared under."""
    row = session.get(CompanyRow, company_id)
    if row is None:
        raise CompanyNotFoundError(company_id)
    row.name = name
    session.flush()


def _company(row: CompanyRow) -> Company:
    return Company(row.id, row.subject_record_id, row.name, row.scheme, row.number)
