"""Triggers that refuse to change or delete what is only ever added to, on both engines."""

from sqlalchemy import Connection, text

_SQLITE = """
CREATE TRIGGER {table}_refuses_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END
"""
_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$
"""
_POSTGRES = """
CREATE TRIGGER {table}_refuses_{verb} BEFORE {verb} ON {table}
FOR EACH {each} EXECUTE FUNCTION refuse_change()
"""


def append_only(connection: Connection, *tables: str) -> None:
    """From now on rows of these tables stay as they are."""
    if connection.dialect.name == "sqlite":
        for table in tables:
            for verb in ("UPDATE", "DELETE"):
                connection.execute(text(_SQLITE.format(table=table, verb=verb)))
        return
    connection.execute(text(_FUNCTION))
    for table in tables:
        for verb, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            connection.execute(text(_POSTGRES.format(table=table, verb=verb, each=each)))


def lift(connection: Connection, *tables: str) -> None:
    """Take the triggers away again, for a step down that drops the tables."""
    for table in tables:
        for verb in ("UPDATE", "DELETE", "TRUNCATE"):
            on = "" if connection.dialect.name == "sqlite" else f" ON {table}"
            connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_refuses_{verb}{on}"))
