"""Bytes as they come (gzipped, with a byte order mark, with bytes that are no letters) made text that JSON can be read from."""

import codecs
import gzip
import io
import re
import zlib
from typing import TYPE_CHECKING, BinaryIO

from register.exceptions import RegisterError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Stands for bytes that are no UTF-8; Unicode will never make a letter of it.
UNREADABLE = "\ufdd0"
PIECE = 1 << 20
#: Bytes of a text that is read in one piece: what a zipped file of a few kilobytes unfolds to must not fill the memory.
MOST_TEXT = 256_000_000
_GZIP = b"\x1f\x8b"
#: Python refuses to make a whole number of more than 4,300 digits, and the parser in C does not survive that.
_ENDLESS = re.compile(rb"(\d{1000})\d+")
_MAYBE_ENDLESS = re.compile(rb"\d{10}")
#: What reading a damaged zipped stream raises.
DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class FileRefusedError(RegisterError):
    """A file cannot be read as text at all; the message says why, and what to do."""


class NotUtf8Error(FileRefusedError):
    """A file is written in another encoding from its first letter on."""

    def __init__(self) -> None:
        super().__init__("This file is not written in UTF-8; save it as UTF-8 and import it again.")


class DamagedFileError(FileRefusedError):
    """A file was zipped, and cannot be unpacked to its end."""

    def __init__(self) -> None:
        super().__init__("This compressed file is damaged; unpack it and import it again.")


class TooMuchTextError(FileRefusedError):
    """A file that must be read in one piece holds too much, unpacked where it was zipped."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"This file holds more than {most // 1_000_000} MB of text; part it, and import the parts."
        )


def _unreadable(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 (only decoding asks)
    return UNREADABLE, error.end


codecs.register_error("umiliki-unreadable", _unreadable)


class Decoded(io.RawIOBase):
    """A stream in clean UTF-8: no byte order mark, no raw NUL bytes (`nuls` counts them), no endless numbers
    (`cut` counts them), UNREADABLE for what is no letter.

    Reading raises NotUtf8Error, or gzip's errors when it was zipped and is broken. It does not close its source.
    """

    def __init__(self, source: BinaryIO) -> None:
        self._source: BinaryIO | Unzipped = source
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="umiliki-unreadable")
        self._ready = b""
        self._begun = False
        self._over = False
        self.nuls = 0
        self.cut = 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        room = memoryview(into)
        while len(self._ready) < len(room) and not self._over:
            try:
                self._ready += self._next()
            except DAMAGED:
                if not self._ready:
                    raise
                break
        piece, self._ready = self._ready[: len(room)], self._ready[len(room) :]
        room[: len(piece)] = piece
        return len(piece)

    def _next(self) -> bytes:
        piece = self._first() if not self._begun else self._source.read(PIECE)
        self._over = not piece
        self.nuls += piece.count(0)
        piece = piece.replace(b"\0", b"")
        # Of a run of more than 1,000 digits each hundredth byte tells.
        if _MAYBE_ENDLESS.search(piece[::100]):
            piece, cut = _ENDLESS.subn(rb"\1", piece)
            self.cut += cut
        return self._decoder.decode(piece, final=self._over).encode()

    def _first(self) -> bytes:
        self._begun = True
        piece = self._source.read(PIECE)
        if piece.startswith(_GZIP):
            self._source = Unzipped(gzip.GzipFile(fileobj=Again(piece, self._source)))
            piece = self._source.read(PIECE)
        if piece.startswith(_WIDE) or (len(piece) > 1 and 0 in piece[:2]):
            raise NotUtf8Error
        return piece


class Unzipped:
    """What is in a zipped stream; what could be unpacked before it turns out damaged is given first."""

    def __init__(self, zipped: gzip.GzipFile) -> None:
        self._zipped = zipped
        self._damage: Exception | None = None

    def read(self, size: int) -> bytes:
        """Give so many bytes, fewer at the end. Raises one of DAMAGED when nothing more can be unpacked."""
        given = b""
        while len(given) < size and self._damage is None:
            try:
                more = self._zipped.read1(size - len(given))
            except DAMAGED as damage:
                self._damage = damage
                break
            if not more:
                return given
            given += more
        if not given and self._damage is not None:
            raise self._damage
        return given


class Again(io.RawIOBase):
    """A source whose first piece was read already."""

    def __init__(self, piece: bytes, source: "BinaryIO | Unzipped") -> None:
        self._piece = piece
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        room = memoryview(into)
        if not self._piece:
            self._piece = self._source.read(len(room))
        piece, self._piece = self._piece[: len(room)], self._piece[len(room) :]
        room[: len(piece)] = piece
        return len(piece)


def decoded(source: BinaryIO) -> tuple[io.BufferedReader, Decoded]:
    """Give the clean stream, which can be peeked at a piece far, and what counts its oddities."""
    clean = Decoded(source)
    return io.BufferedReader(clean, PIECE), clean


def text_in(source: bytes, most: int = MOST_TEXT) -> tuple[str, Decoded]:
    """Give the whole text, `most` bytes at most, and what counts its oddities. Raises FileRefusedError."""
    clean, counted = decoded(io.BytesIO(source))
    text = bytearray()
    try:
        while piece := clean.read(PIECE):
            text += piece
            if len(text) > most:
                raise TooMuchTextError(most)
    except DAMAGED:
        raise DamagedFileError from None
    return text.decode(), counted
