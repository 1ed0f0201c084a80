"""Bytes as they come (gzipped, with a byte order mark, with bytes that are no letters) made text that JSON can be read from."""

import codecs
import gzip
import io
from typing import TYPE_CHECKING, BinaryIO

from register.exceptions import RegisterError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Stands for bytes that are no UTF-8; Unicode will never make a letter of it.
UNREADABLE = "\ufdd0"
PIECE = 1 << 20
_GZIP = b"\x1f\x8b"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NotUtf8Error(RegisterError):
    """A file is written in another encoding from its first letter on."""

    def __init__(self) -> None:
        super().__init__("This file is not written in UTF-8; save it as UTF-8 and import it again.")


def _unreadable(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 (only decoding asks)
    return UNREADABLE, error.end


codecs.register_error("umiliki-unreadable", _unreadable)


class Decoded(io.RawIOBase):
    """A stream in clean UTF-8: no byte order mark, no raw NUL bytes (`nuls` counts them), UNREADABLE for what is no letter.

    Reading raises NotUtf8Error, or gzip's errors when it was zipped and is broken. It does not close its source.
    """

    def __init__(self, source: BinaryIO) -> None:
        self._source: BinaryIO | gzip.GzipFile = source
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="umiliki-unreadable")
        self._ready = b""
        self._begun = False
        self._over = False
        self.nuls = 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        room = memoryview(into)
        while len(self._ready) < len(room) and not self._over:
            self._ready += self._next()
        piece, self._ready = self._ready[: len(room)], self._ready[len(room) :]
        room[: len(piece)] = piece
        return len(piece)

    def _next(self) -> bytes:
        piece = self._first() if not self._begun else self._source.read(PIECE)
        self._over = not piece
        self.nuls += piece.count(0)
        return self._decoder.decode(piece.replace(b"\0", b""), final=self._over).encode()

    def _first(self) -> bytes:
        self._begun = True
        piece = self._source.read(PIECE)
        if piece.startswith(_GZIP):
            self._source = gzip.GzipFile(fileobj=_Again(piece, self._source))
            piece = self._source.read(PIECE)
        if piece.startswith(_WIDE) or (len(piece) > 1 and 0 in piece[:2]):
            raise NotUtf8Error
        return piece


class _Again(io.RawIOBase):
    """A source whose first piece was read already."""

    def __init__(self, piece: bytes, source: BinaryIO | gzip.GzipFile) -> None:
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
