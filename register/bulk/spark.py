"""The same questions answered by Spark, for what one machine does not hold; tables lie in a folder as Parquet."""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import duckdb

from register.bulk.engine import Table
from register.exceptions import RegisterError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: Few tables are so large that more parts would pay; a cluster's own settings may say otherwise.
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.adaptive.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
}


class SparkMissingError(RegisterError):
    """PySpark is not installed, or there is no Java for it."""

    def __init__(self, missing: str) -> None:
        self.missing = missing
        super().__init__(
            f"Spark needs {missing}: install the extra umiliki[spark] and Java 17 (apt install default-jre-headless)"
        )


class Spark:
    """Spark at `master`: in this process and on all its cores unless told otherwise.

    `folder` must be one that all machines of a cluster see. Raises SparkMissingError.
    """

    def __init__(
        self,
        *,
        master: str = "local[*]",
        folder: Path | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        _check()
        self._folder = Path(tempfile.mkdtemp(prefix="umiliki-screen-", dir=folder))
        self._session = _session(master, self._folder, settings or {})
        self._parts = 0
        # It writes what Spark takes in, and reads what Spark gives out: rows would pass through Python one by one.
        self._bridge = duckdb.connect(":memory:")

    def __enter__(self) -> "Spark":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def load(self, name: str, table: Table) -> None:
        """Take in a table of numbers."""
        self._clear(name)
        self._bridge.register("given", dict(table))
        self._part(name, "SELECT * FROM given")
        self._bridge.unregister("given")
        self._look(name)

    def begin(self, name: str, types: Mapping[str, str]) -> None:
        """Make an empty table."""
        self._clear(name)
        columns = ", ".join(f'"{column}" {kind}' for column, kind in types.items())
        self._bridge.execute(f'CREATE OR REPLACE TABLE "{name}" ({columns})')
        self._part(name, f'SELECT * FROM "{name}"')  # noqa: S608  # nosec B608 (our own names)
        self._look(name)

    def add(self, name: str, table: Table) -> None:
        """Put more lines into it, as one more part."""
        self._bridge.register("given", dict(table))
        # What was begun stays there empty: it tells the types.
        self._part(name, f'SELECT * FROM "{name}" UNION ALL SELECT * FROM given')  # noqa: S608  # nosec B608
        self._bridge.unregister("given")
        self._look(name)

    def make(self, name: str, query: str) -> int:
        """Keep the answer to a query as a table."""
        answer = self._session.sql(query)
        place = self._place(f"{name}.new")
        answer.write.mode("overwrite").parquet(str(place))
        self._clear(name)
        place.rename(self._place(name))
        self._look(name)
        return int(self._session.table(name).count())

    def forget(self, name: str) -> None:
        """Drop a table."""
        self._session.catalog.dropTempView(name)
        self._clear(name)

    def columns(self, query: str) -> Table:
        """Give the answer by its columns."""
        self.make("answer", query)
        found = self._bridge.execute(
            "SELECT * FROM read_parquet(?)", [str(self._place("answer") / "*.parquet")]
        ).fetchnumpy()
        self.forget("answer")
        return found

    def write(self, query: str, path: Path) -> None:
        """Write a folder of Parquet files."""
        self._session.sql(query).write.parquet(str(path))

    def close(self) -> None:
        """Stop Spark and throw its tables away."""
        self._session.stop()
        self._bridge.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _place(self, name: str) -> Path:
        return self._folder / name

    def _part(self, name: str, query: str) -> None:
        self._parts += 1
        place = self._place(name)
        place.mkdir(exist_ok=True)
        self._bridge.execute(f"COPY ({query}) TO '{place / f'part-{self._parts}.parquet'}' (FORMAT parquet)")

    def _look(self, name: str) -> None:
        self._session.read.parquet(str(self._place(name))).createOrReplaceTempView(name)

    def _clear(self, name: str) -> None:
        shutil.rmtree(self._place(name), ignore_errors=True)


def java_found() -> bool:
    """Whether there is a Java to run Spark with: that of JAVA_HOME, else the machine's."""
    home = os.environ.get("JAVA_HOME")
    return Path(home, "bin/java").exists() if home else shutil.which("java") is not None


def _check() -> None:
    if not java_found():
        raise SparkMissingError("Java")
    if find_spec("pyspark") is None:
        raise SparkMissingError("PySpark")


def _session(master: str, folder: Path, settings: Mapping[str, str]) -> "SparkSession":
    from pyspark.sql import SparkSession  # an extra: half a gigabyte that few need

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    building = SparkSession.builder.master(master).appName("umiliki")
    told = {**SETTINGS, "spark.sql.warehouse.dir": str(folder / "warehouse"), **settings}
    for name, value in told.items():
        building = building.config(name, value)
    return building.getOrCreate()
