"""How much of each other register is kept here, and under how many official numbers it is joined to ours."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.models.companies import CompanyRow
from register.models.other_registers import (
    OtherFileRow,
    OtherIdentifierRow,
    OtherRegisterRow,
    OtherStatementRow,
)
from register.models.statements import EntityIdentifierRow


@dataclass(frozen=True, slots=True)
class Imported:
    """Another register: what is kept of it. `joined` counts official numbers that a body of ours has as well.

    `as_of` is the day up to which its newest file speaks; `files` were read to their end, `unfinished` were not.
    """

    name: str
    url: str
    statements: int
    joined: int
    files: int
    unfinished: int
    as_of: date | None
    imported_at: datetime | None


def imported(session: Session) -> tuple[Imported, ...]:
    """Every other register of which a file was brought, by name."""
    made, told = OtherStatementRow, OtherFileRow
    statements = dict(
        session.execute(select(made.register_id, func.count()).group_by(made.register_id)).all()
    )
    joined = _joined(session)
    files = session.execute(
        select(
            told.register_id,
            func.count(told.finished_at),
            func.count(),
            func.max(told.as_of),
            func.max(told.finished_at),
        ).group_by(told.register_id)
    )
    of_file = {row[0]: row for row in files}
    found = []
    for row in session.scalars(select(OtherRegisterRow).order_by(OtherRegisterRow.name)):
        _, finished, begun, as_of, at = of_file[row.id]
        found.append(
            Imported(
                row.name, row.url, statements.get(row.id, 0), joined.get(row.id, 0), finished, begun - finished,
                as_of, at,
            )
        )  # fmt: skip
    return tuple(found)


def _joined(session: Session) -> dict[int, int]:
    """By the register's number: how many of its official numbers a company here, or a body told here, bears."""
    made, theirs, ours, told = OtherStatementRow, OtherIdentifierRow, CompanyRow, EntityIdentifierRow
    company = select(ours.id).where(ours.scheme == theirs.scheme, ours.number == theirs.number)
    body = select(told.record_id).where(told.scheme == theirs.scheme, told.number == theirs.number)
    numbers = (
        select(made.register_id, theirs.scheme, theirs.number)
        .join(theirs, theirs.other_statement_id == made.id)
        .where(company.exists() | body.exists())
        .distinct()
        .subquery()
    )
    query = select(numbers.c.register_id, func.count()).group_by(numbers.c.register_id)
    return dict(session.execute(query).all())
