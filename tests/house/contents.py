"""Everything a database holds, to be compared before and after."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Engine, select

from register.models.base import Base

Contents = dict[str, Counter[str]]
#: What reading may write: when a session was last used, and how often something was tried.
READING_WRITES = ("account_session.last_seen", "throttle")


def contents(engine: Engine, leaving_out: Iterable[str] = READING_WRITES) -> Contents:
    """Every row of every table; columns ("table.column") and whole tables may be left out."""
    left_out = set(leaving_out)
    held: Contents = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            columns = [column for column in table.c if f"{table.name}.{column.name}" not in left_out]
            if table.name not in left_out:
                held[table.name] = Counter(repr(tuple(row)) for row in connection.execute(select(*columns)))
    return held


def changes(before: Contents, after: Contents) -> list[str]:
    """Which rows came and went, table by table."""
    told = []
    for table in before:
        gone, came = before[table] - after[table], after[table] - before[table]
        told += [f"{table} - {row}" for row in gone] + [f"{table} + {row}" for row in came]
    return told
