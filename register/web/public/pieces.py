"""The download files in pieces, sent while they are being read, and their size before they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: Statements joined before a piece is sent.
IN_A_PIECE = 100


@dataclass(frozen=True, slots=True)
class Framing:
    """What stands around and between the texts of a file; `empty` is the file without any text."""

    before: bytes
    between: bytes
    after: bytes
    empty: bytes

    def pieces(self, texts: Iterable[bytes]) -> Iterator[bytes]:
        """Give the file piece by piece; no more than one piece is held in memory."""
        lead, held = self.before, list[bytes]()
        for text in texts:
            held.append(text)
            if len(held) == IN_A_PIECE:
                yield lead + self.between.join(held)
                lead, held = self.between, []
        if held:
            yield lead + self.between.join(held)
        elif lead is self.before:
            yield self.empty
            return
        yield self.after

    def size(self, statements: int, octets: int) -> int:
        """How many bytes the file has, of so many statements whose texts have so many bytes."""
        if not statements:
            return len(self.empty)
        return len(self.before) + octets + (statements - 1) * len(self.between) + len(self.after)


#: By the code of the export format whose very bytes they make.
FRAMINGS = {
    "json": Framing(before=b"[\n", between=b",\n", after=b"\n]\n", empty=b"[]\n"),
    "jsonl": Framing(before=b"", between=b"\n", after=b"\n", empty=b""),
}
