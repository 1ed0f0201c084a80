"""PostgreSQL databases for tests: one for each worker, emptied between tests, made anew where its tables were changed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

#: Empties every table that holds something, whatever its triggers refuse, and counts from one again.
EMPTY = """
DO $$
DECLARE told record; filled boolean;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR told IN SELECT oid::regclass AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', told.name) INTO filled;
    IF filled THEN EXECUTE format('DELETE FROM %s', told.name); END IF;
  END LOOP;
  FOR told IN SELECT oid::regclass AS name FROM pg_class
    WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('SELECT is_called FROM %s', told.name) INTO filled;
    IF filled THEN EXECUTE format('ALTER SEQUENCE %s RESTART', told.name); END IF;
  END LOOP;
END $$
"""
#: Changes when a table, a column, an index or a trigger is made, changed or taken away.
SHAPE = """
SELECT (SELECT array_agg((oid, relname, relnatts, relchecks, reltriggers_told) ORDER BY oid) FROM (
  SELECT c.oid, c.relname, c.relnatts, c.relchecks,
    (SELECT array_agg((t.tgname, t.tgenabled) ORDER BY t.tgname) FROM pg_trigger t WHERE t.tgrelid = c.oid)
      AS reltriggers_told
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace) AS told)::text
  || (SELECT string_agg(version_num, ' ') FROM alembic_version)
"""


class Databases:
    """The databases of one worker: made as copies of a migrated, empty one."""

    def __init__(self, server: str, template: str) -> None:
        self._server, self._template = server, template
        self._made = 0
        self._idle: str | None = None
        self._shape = ""

    @contextmanager
    def one(self) -> Iterator[str]:
        """The address of an empty, migrated database, to be changed in whatever way."""
        name = self._idle or self._new()
        self._idle = None
        yield at(self._server, name)
        if self._emptied(name):
            self._idle = name
        else:
            administer(self._server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _new(self) -> str:
        self._made += 1
        name = f"{self._template}_{os.getpid()}_{self._made}"
        administer(self._server, f'CREATE DATABASE "{name}" TEMPLATE "{self._template}"')
        with connected(at(self._server, name)) as connection:
            self._shape = _shape(connection)
        return name

    def _emptied(self, name: str) -> bool:
        """Empty a database for the next test; False when it is not what it was made as."""
        # Whoever still holds it open, such as a server that was killed, lets go first.
        administer(
            self._server,
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
        )
        with connected(at(self._server, name)) as connection:
            if _shape(connection) != self._shape:
                return False
            connection.execute(text(EMPTY))
        return True


def _shape(connection: Connection) -> str:
    there = connection.scalar(text("SELECT to_regclass('public.alembic_version') IS NOT NULL"))
    return str(connection.scalar(text(SHAPE))) if there else ""


def at(server: str, name: str) -> str:
    """The address of another database on the same server."""
    before, mark, query = server.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{query}"


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection that commits each statement and is closed at the end."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def administer(server: str, *commands: str) -> None:
    """Create and drop databases."""
    with connected(server) as connection:
        for command in commands:
            connection.execute(text(command))
