"""The text of a stream around the place reached, a piece at a time: what is behind that place is forgotten."""

import codecs
import io
import re
from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar

from register.ocds.decoding import PIECE, Again
from register.ocds.plain_json import MaybeCutOffError, NotPlainError, end_of, value_at

#: Letters of one value that are held to find its end; a longer one is for a reader that takes it bit by bit.
LONGEST = 4 << 20
_EDGE = len("e+3")
#: What may not stand right behind a whole number.
_MORE_OF_A_NUMBER = frozenset(".eE+-0123456789")
_BLANK = re.compile(r"[ \t\n\r]*")

T = TypeVar("T")


class Window:
    """Passes JSON value by value. A stream in clean UTF-8, of any length."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0
        self._over = False
        #: Letters of the value that was passed last.
        self.length = 0

    def sign(self) -> str:
        """The next letter that is no blank, which is not passed; empty at the end."""
        while True:
            match = _BLANK.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def takes(self, sign: str) -> bool:
        """Pass this sign, if it is the next."""
        if self.sign() != sign:
            return False
        self._at += 1
        return True

    def value(self) -> Any:  # noqa: ANN401 (any JSON)
        """Pass one value and give it. Raises NotPlainError, and passes nothing."""
        return self._passed(value_at)

    def written(self) -> bytes:
        """Pass one value, odd in whatever way, and give it as it is written. Raises NotPlainError, and passes nothing."""
        return self._passed(_written_at)

    def from_here(self, before: bytes) -> BinaryIO:
        """All that is left, with something put before it."""
        undecoded, _ = self._decoder.getstate()
        rest = before + self._text[self._at :].encode() + undecoded
        return io.BufferedReader(Again(rest, self._stream), PIECE)

    def _passed(self, read: Callable[[str, int], tuple[T, int]]) -> T:
        self.sign()
        while True:
            try:
                value, end = read(self._text, self._at)
            except MaybeCutOffError:
                if not self._more():
                    raise
                continue
            # A number at the edge may go on behind it, as 12 may as 12e+3.
            number = self._text[end - 1].isdigit()
            if not number or end + _EDGE <= len(self._text) or not self._more():
                if number and self._text[end : end + 1] in _MORE_OF_A_NUMBER:
                    raise NotPlainError
                self.length, self._at = end - self._at, end
                return value

    def _more(self) -> bool:
        """Read on, twice as far every time; say whether there was more. Raises NotPlainError when too much is held."""
        held = len(self._text) - self._at
        if held > LONGEST:
            raise NotPlainError
        piece = b"" if self._over else self._stream.read1(max(PIECE, held))
        self._over = not piece
        if piece:
            self._text, self._at = self._text[self._at :] + self._decoder.decode(piece), 0
        return not self._over


def _written_at(text: str, start: int) -> tuple[bytes, int]:
    end = end_of(text, start)
    return text[start:end].encode(), end
