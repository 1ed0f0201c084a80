"""A database as lines of text, table by table, all of one moment: needs no program beside the register."""

import base64
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import orjson
from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    delete,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.types import Date, DateTime

from register.store import schema
from register.store.engine import WRITES

AT_ONCE = 1000
_OUR_FUNCTIONS = """
SELECT oid::regprocedure::text FROM pg_proc
WHERE pronamespace = current_schema()::regnamespace AND prokind = 'f'
AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""


def dump(engine: Engine, folder: Path) -> tuple[Path, ...]:
    """Write each table to a file of the folder, as it stood when the first was begun. Writers go on meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    snapshot = engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with snapshot as connection, connection.begin():
        return tuple(_dumped(connection, table, folder) for table in _tables(connection))


def _dumped(connection: Connection, table: Table, folder: Path) -> Path:
    path = folder / f"{table.name}.jsonl"
    order = list(table.primary_key.columns)
    rows = connection.execution_options(yield_per=AT_ONCE).execute(select(table).order_by(*order))
    with path.open("wb") as file:
        file.write(orjson.dumps([column.name for column in table.columns]) + b"\n")
        for row in rows:
            file.write(orjson.dumps([_said(value) for value in row]) + b"\n")
    return path


def _said(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def load(engine: Engine, paths: Iterable[Path], revision: str) -> None:
    """Empty the database, make the tables of a revision, and fill them from the files."""
    empty(engine)
    schema.upgrade(engine, revision)
    files = {path.stem: path for path in paths}
    with engine.begin() as connection:
        tables = [
            each for each in _tables(connection) if each.name in files and each.name != "alembic_version"
        ]
        for table in reversed(tables):
            # What the making of the tables itself wrote is in the files too.
            connection.execute(delete(table))
        for table in tables:
            _fill(connection, table, files[table.name])
            _count_on(connection, table)


def empty(engine: Engine) -> None:
    """Take all tables away, with what they hold, and the functions that their triggers call."""
    with engine.begin() as connection:
        for table in reversed(_tables(connection)):
            connection.execute(text(f'DROP TABLE "{table.name}" CASCADE'))
        for function in connection.scalars(text(_OUR_FUNCTIONS)).all():
            connection.execute(text(f"DROP FUNCTION {function} CASCADE"))


def is_empty(engine: Engine) -> bool:
    """Whether there is no table at all."""
    with engine.connect().execution_options(**{WRITES: False}) as connection:
        return not _tables(connection)


def _tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return found.sorted_tables


def _fill(connection: Connection, table: Table, path: Path) -> None:
    for rows in _portions(path, table):
        connection.execute(insert(table), rows)


def _portions(path: Path, table: Table) -> Iterator[list[dict[str, object]]]:
    with path.open("rb") as file:
        columns = [table.columns[name] for name in orjson.loads(file.readline())]
        portion: list[dict[str, object]] = []
        for line in file:
            values = zip(columns, orjson.loads(line), strict=True)
            portion.append({column.name: _meant(column.type, value) for column, value in values})
            if len(portion) == AT_ONCE:
                yield portion
                portion = []
        if portion:
            yield portion


def _meant(kind: object, value: object) -> object:
    if not isinstance(value, str):
        return value
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def _count_on(connection: Connection, table: Table) -> None:
    """The next row gets a number after the last one."""
    for column in table.primary_key.columns:
        if not isinstance(column.type, Integer):
            continue
        sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        last = connection.scalar(select(func.max(column)))
        if sequence and last:
            connection.execute(select(func.setval(sequence, last)))
