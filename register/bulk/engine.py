"""What the questions need of whoever answers them."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from numpy.typing import NDArray

#: A table by its columns: numbers all of one length.
Table = Mapping[str, NDArray[Any]]


class Engine(Protocol):
    """Holds tables and answers SQL: DuckDB in this process, or Spark on as many machines as there are."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def load(self, name: str, table: Table) -> None:
        """Take in a table of numbers; one of that name before is forgotten."""

    def begin(self, name: str, types: Mapping[str, str]) -> None:
        """Make an empty table with these columns; one of that name before is forgotten."""

    def add(self, name: str, table: Table) -> None:
        """Put more lines into a table that was begun, its columns in the order in which they were named then."""

    def make(self, name: str, query: str) -> int:
        """Keep the answer to a query as a table; gives how many lines it has."""

    def forget(self, name: str) -> None:
        """Make room: a table is not needed any more."""

    def columns(self, query: str) -> Table:
        """Give the answer to a query by its columns."""

    def write(self, query: str, path: Path) -> None:
        """Write the answer to a query as Parquet."""

    def close(self) -> None:
        """Let go of everything."""
