"""Any source of bytes as a raw file that never fails: damage ends it, and so does a line without an end."""

import io
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from bods.reading import limits
from bods.reading.unreadable import CUT_ZIP, DAMAGED_ZIP, Unreadable
from bods.reading.unzipping import DAMAGE, unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer


class Stream(io.RawIOBase):
    """The plain bytes of a source, to be read as a `File`.

    It does not close what it reads from: whoever opened that, closes it.
    """

    def __init__(self, source: BinaryIO) -> None:
        self._pieces = unpacked(source)
        self._left = memoryview(b"")
        self._since_line = 0
        #: What ended the stream before its end.
        self.fault: Unreadable | None = None
        #: True while it is read line by line: a line over `limits.LONGEST` then pauses it.
        self.by_lines = False
        #: True when it gave out in the middle of a line that is too long; `resume` goes on in that line.
        self.paused = False

    def readable(self) -> bool:
        return True

    def readinto(self, into: "Buffer") -> int:
        if self.by_lines and self._since_line > limits.LONGEST:
            self.paused = True
            return 0
        room = memoryview(into)
        filled = 0
        while filled < len(room) and (self._left or self._refilled()):
            part = self._left[: len(room) - filled]
            room[filled : filled + len(part)] = part
            self._left = self._left[len(part) :]
            filled += len(part)
        self._measure(bytes(room[:filled]))
        return filled

    def resume(self) -> None:
        self.paused = False
        self._since_line = 0

    def _refilled(self) -> bool:
        try:
            self._left = memoryview(next(self._pieces, b""))
        except DAMAGE as damage:
            self.fault = CUT_ZIP if isinstance(damage, EOFError) else DAMAGED_ZIP
        return bool(self._left)

    def _measure(self, given: bytes) -> None:
        last = given.rfind(b"\n")
        self._since_line = self._since_line + len(given) if last < 0 else len(given) - last - 1


#: A stream as it is read: by line, by block, and looked at before it is read.
File: TypeAlias = "io.BufferedReader[Stream]"
