"""Rows written many at a time, past the session's objects and in the database's own quickest way."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect, Executable, Table
from sqlalchemy.orm import Session

from register.models.base import Base

Row = Sequence[Any]
#: PostgreSQL's own way of taking in many rows begins to pay after so many.
FEW = 5


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


def insert_all(session: Session, table: Table, names: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows, each the values of these columns in their order; the session's objects are written before.

    A single statement for many rows costs SQLAlchemy more for each than the database: here only the types are its own.
    """
    given = list(rows)
    if not given:
        return
    session.flush()
    connection = session.connection()
    quoted = connection.dialect.identifier_preparer.quote
    into = f"{quoted(table.name)} ({', '.join(map(quoted, names))})"
    ready = _bound(connection.dialect, table, names, given)
    postgres = connection.dialect.name == "postgresql"
    if postgres and len(ready) > FEW:
        cursor: Any = connection.connection.cursor()
        with cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in ready:
                copy.write_row(row)
    else:
        marks = ", ".join("%s" if postgres else "?" for _ in names)
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({marks})", ready)  # noqa: S608  # nosec B608 (our own names)


def _bound(dialect: Dialect, table: Table, names: Sequence[str], rows: list[Row]) -> list[tuple[Any, ...]]:
    """The values as the driver takes them."""
    binders: list[tuple[int, Callable[[Any], Any]]] = []
    for position, name in enumerate(names):
        if bind := table.c[name].type.dialect_impl(dialect).bind_processor(dialect):
            binders.append((position, bind))
    ready = []
    for row in rows:
        values = list(row)
        for position, binder in binders:
            values[position] = binder(values[position])
        ready.append(tuple(values))
    return ready
