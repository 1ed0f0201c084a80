"""Lets a column of text be empty, or no longer, on both engines and without a copy of the table.

SQLite has no command for it. Its manual ("Making Other Kinds Of Table Schema Changes") gives this way for NOT NULL: the
table's own text is changed; rows stay where they are, so that nothing that points at them is touched.
"""

from sqlalchemy import Connection, text

_WORDS = {True: "{column} VARCHAR NOT NULL", False: "{column} VARCHAR"}


def allow_null(connection: Connection, table: str, column: str) -> None:
    """The column may be empty from now on."""
    _change(connection, table, column, was_needed=True)


def refuse_null(connection: Connection, table: str, column: str) -> None:
    """The column may be empty no more; no row of it may be."""
    _change(connection, table, column, was_needed=False)


def _change(connection: Connection, table: str, column: str, *, was_needed: bool) -> None:
    if connection.dialect.name != "sqlite":
        verb = "DROP" if was_needed else "SET"
        connection.execute(text(f"ALTER TABLE {table} ALTER COLUMN {column} {verb} NOT NULL"))
        return
    old, new = (_WORDS[needed].format(column=column) for needed in (was_needed, not was_needed))
    version = connection.execute(text("PRAGMA schema_version")).scalar_one()
    connection.execute(text("PRAGMA writable_schema=ON"))
    connection.execute(
        text(
            "UPDATE sqlite_master SET sql = replace(sql, :old, :new) "
            "WHERE type = 'table' AND name = :table AND instr(sql, :old) > 0"
        ),
        {"old": f"{old},", "new": f"{new},", "table": table},
    )
    connection.execute(text(f"PRAGMA schema_version={version + 1}"))
    connection.execute(text("PRAGMA writable_schema=OFF"))
