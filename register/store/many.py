"""Rows written many at a time, past the session's objects: one statement for all of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Table
from sqlalchemy.orm import Session

from register.models.base import Base


def table_of(row: type[Base]) -> Table:
    """The table whose rows a class stands for."""
    table = row.__table__
    assert isinstance(table, Table)  # noqa: S101 (for the type checker: no class here stands for a join)
    return table


def execute_all(session: Session, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Execute a statement for each row; what the session's objects hold back is written before."""
    if rows:
        session.flush()
        session.execute(statement, rows)
