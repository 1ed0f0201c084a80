"""What waits for the end of the file: lines in buckets, in memory while they are few, in temporary files when many."""

import io
import tempfile
from collections.abc import Iterator
from typing import IO, Any
from zlib import crc32

import orjson

#: All values of one key lie in one bucket; at the end one bucket at a time is looked at.
BUCKETS = 64
IN_MEMORY = 24 * 1024 * 1024
#: A bucket with more than so many octets is split again.
LARGEST = 8 * 1024 * 1024
_WRITTEN_AT_ONCE = 64 * 1024


class Spool:
    """Values put away under a key, given back bucket by bucket, within a bucket in the order they came."""

    def __init__(self, in_memory: int = IN_MEMORY, largest: int = LARGEST, level: int = 0) -> None:
        self._limit = in_memory
        self._largest = largest
        self._level = level
        self._size = 0
        # Copied into one text: each line by itself would keep the room that it was written in.
        self._held = [bytearray() for _ in range(BUCKETS)]
        self._files: list[IO[bytes]] | None = None

    def put(self, key: str, *value: object) -> None:
        """Put JSON values away under a key."""
        self._put(key, orjson.dumps((key, *value)))

    def _put(self, key: str, line: bytes) -> None:
        number = crc32(key.encode(errors="replace")) >> 6 * self._level & BUCKETS - 1
        held = self._held[number]
        held += line
        held += b"\n"
        self._size += len(line)
        if self._size > self._limit:
            self._write()

    def _write(self) -> None:
        if self._files is None:
            # Each is closed, and gone, when its bucket has been read.
            self._files = [tempfile.TemporaryFile(buffering=_WRITTEN_AT_ONCE) for _ in range(BUCKETS)]  # noqa: SIM115
        for number, file in enumerate(self._files):
            file.write(self._held[number])
            self._held[number] = bytearray()
        self._size = 0

    def buckets(self) -> Iterator[Iterator[list[Any]]]:
        """Give the values of one bucket after the other, the key first; what was given is forgotten."""
        for number in range(BUCKETS):
            if self._is_large(number):
                yield from self._split(number).buckets()
            else:
                yield map(orjson.loads, self._lines(number))

    def close(self) -> None:
        """Give up the files that were not given back."""
        for file in self._files or ():
            file.close()

    def _is_large(self, number: int) -> bool:
        if self._files is None or self._level > 1:
            return False
        return self._files[number].tell() > self._largest

    def _split(self, number: int) -> "Spool":
        finer = Spool(self._largest, self._largest, self._level + 1)
        for line in self._lines(number):
            finer._put(orjson.loads(line)[0], line.rstrip(b"\n"))  # one of its own kind
        return finer

    def _lines(self, number: int) -> Iterator[bytes]:
        if self._files is not None:
            with self._files[number] as file:
                file.seek(0)
                yield from file
        held, self._held[number] = self._held[number], bytearray()
        yield from io.BytesIO(held)
