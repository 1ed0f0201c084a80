"""The questions answered by DuckDB, in this process; what does not fit into memory goes to disk."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import duckdb

from register.bulk.engine import Table


class Duck:
    """DuckDB in memory, or beside a folder for what does not fit: `memory` as `300MB`, all that it likes when left out."""

    def __init__(
        self, *, memory: str | None = None, spill: Path | None = None, threads: int | None = None
    ) -> None:
        self._database = duckdb.connect(":memory:")
        self._database.execute("SET preserve_insertion_order = false")
        if memory:
            self._database.execute("SET memory_limit = ?", [memory])
        if spill:
            self._database.execute("SET temp_directory = ?", [str(spill)])
        if threads:
            self._database.execute("SET threads = ?", [threads])

    def __enter__(self) -> "Duck":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def load(self, name: str, table: Table) -> None:
        """Take in a table of numbers."""
        self._database.register("given", dict(table))
        self._database.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM given')  # noqa: S608  # nosec B608 (our own names)
        self._database.unregister("given")

    def begin(self, name: str, types: Mapping[str, str]) -> None:
        """Make an empty table."""
        columns = ", ".join(f'"{column}" {kind}' for column, kind in types.items())
        self._database.execute(f'CREATE OR REPLACE TABLE "{name}" ({columns})')

    def add(self, name: str, table: Table) -> None:
        """Put more lines into it."""
        self._database.register("given", dict(table))
        self._database.execute(f'INSERT INTO "{name}" SELECT * FROM given')  # noqa: S608  # nosec B608 (our own names)
        self._database.unregister("given")

    def make(self, name: str, query: str) -> int:
        """Keep the answer to a query as a table."""
        found = self._database.execute(f'CREATE OR REPLACE TABLE "{name}" AS {query}').fetchone()
        return int(found[0]) if found else 0

    def forget(self, name: str) -> None:
        """Drop a table."""
        self._database.execute(f'DROP TABLE IF EXISTS "{name}"')

    def columns(self, query: str) -> Table:
        """Give the answer by its columns."""
        return self._database.execute(query).fetchnumpy()

    def write(self, query: str, path: Path) -> None:
        """Write one Parquet file."""
        self._database.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")

    def close(self) -> None:
        """Close the database, which forgets it."""
        self._database.close()
