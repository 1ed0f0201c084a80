"""Keys and columns that lie in files instead of memory, for files of more statements than memory should hold."""

import mmap
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

#: So many of the newest keys are held in memory before they are written.
RECENT = 200_000
_CACHE_KIBIBYTES = 64 * 1024


class SpilledKeys:
    """Identifiers and their numbers, as a dict has them, in an SQLite database that is gone when this is."""

    def __init__(self, keys: Mapping[str, int], recent: int = RECENT) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bods-")
        self._database = sqlite3.connect(Path(self._folder.name) / "keys.db", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        self._database.execute(
            "CREATE TABLE key (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID"
        )
        self._most = recent
        self._recent: dict[str, int] = {}
        self._count = len(keys)
        self._write(keys)

    def _write(self, keys: Mapping[str, int]) -> None:
        self._database.execute("BEGIN")
        self._database.executemany("INSERT OR REPLACE INTO key VALUES (?, ?)", sorted(keys.items()))
        self._database.execute("COMMIT")

    def get(self, name: str) -> int | None:
        """Give the number of a key, None where it is not there."""
        number = self._recent.get(name)
        if number is None:
            row = self._database.execute("SELECT number FROM key WHERE name = ?", (name,)).fetchone()
            number = None if row is None else row[0]
        return number

    def __getitem__(self, name: str) -> int:
        number = self.get(name)
        if number is None:
            raise KeyError(name)
        return number

    def __setitem__(self, name: str, number: int) -> None:
        """Add a key that is not there yet."""
        self._recent[name] = number
        self._count += 1
        if len(self._recent) >= self._most:
            self._write(self._recent)
            self._recent.clear()

    def close(self) -> None:
        """Give up the database and its folder."""
        self._database.close()
        self._folder.cleanup()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        """Give the keys in the order of their numbers."""
        self._write(self._recent)
        self._recent.clear()
        self._database.execute("CREATE INDEX IF NOT EXISTS by_number ON key (number)")
        for (name,) in self._database.execute("SELECT name FROM key ORDER BY number"):
            yield name


class SpilledSet:
    """Identifiers as a set has them, in an SQLite database."""

    def __init__(self, names: Iterable[str]) -> None:
        self._keys = SpilledKeys(dict.fromkeys(names, 0))

    def add(self, name: str) -> None:
        if self._keys.get(name) is None:
            self._keys[name] = 0

    def close(self) -> None:
        """Give up the database."""
        self._keys.close()

    def __len__(self) -> int:
        return len(self._keys)


class SpilledColumn:
    """A column of numbers in a file that is mapped into memory as far as it is looked at, and gone when this is."""

    def __init__(self, typecode: Literal["I", "q"], content: bytes) -> None:
        self._typecode = typecode
        # Closed, and gone, with the column.
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        self._file.write(content)
        self._view = self._mapped()
        self.itemsize = self._view.itemsize

    def _mapped(self) -> "memoryview[int]":
        self._file.flush()
        return memoryview(mmap.mmap(self._file.fileno(), 0)).cast(self._typecode)

    def close(self) -> None:
        """Give up the file."""
        self._view.release()
        self._file.close()

    def __len__(self) -> int:
        return len(self._view)

    def __getitem__(self, row: int) -> int:
        return self._view[row]

    def __setitem__(self, row: int, number: int) -> None:
        self._view[row] = number

    def __iter__(self) -> Iterator[int]:
        return iter(self._view)

    def frombytes(self, content: bytes) -> None:
        """Put rows at the end."""
        self._view.release()
        self._file.seek(0, 2)
        self._file.write(content)
        self._view = self._mapped()
