"""Good files, spoilt: octets changed, taken out, put in, repeated, cut off, or swapped with those of another file."""

import random
from collections.abc import Callable, Sequence
from typing import TypeAlias

from hypothesis import strategies as st

_MOST = 12
_PIECE = 64
#: What often matters to a reader of text.
_TOKENS: Sequence[bytes] = [
    b'"', b"'", b",", b":", b"{", b"}", b"[", b"]", b"\\", b"\n", b"\r", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"null",
    b"true", b"-1", b"1e999", b"NaN", b"9" * 400, b"[" * 300, b'{"a":' * 200, b"\xed\xa0\x80", b"=1+1", b"@",
    b"0000-00-00", b"2024-13-45", b"9999-12-31T24:00:60Z", b"<!ENTITY x 'y'>", b"]]>", b"&#0;", b"_x0000_", b"../",
]  # fmt: skip

Edit: TypeAlias = Callable[[random.Random, bytes], bytes]


def _change(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _take_out(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + content[at + chance.randrange(1, _PIECE) :]


def _put_in(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.choice(_TOKENS) + content[at:]


def _repeat(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    piece = content[at : at + chance.randrange(1, _PIECE)]
    return content[:at] + piece * chance.randrange(1, 40) + content[at:]


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))]


def _move(chance: random.Random, content: bytes) -> bytes:
    here, there = chance.randrange(len(content)), chance.randrange(len(content))
    piece = content[here : here + chance.randrange(1, 4 * _PIECE)]
    return content[:there] + piece + content[there + len(piece) :]


_EDITS: Sequence[Edit] = (_change, _change, _take_out, _put_in, _put_in, _repeat, _move, _cut)


@st.composite
def spoilt(draw: st.DrawFn, corpus: Sequence[bytes]) -> bytes:
    """Give one of the files, changed in a few places, or a few octets of chance."""
    chance = random.Random(
        draw(st.integers(0, 2**64 - 1))
    )  # one draw for all, so that many can be tried in a second
    if chance.randrange(50) == 0:
        return chance.randbytes(chance.randrange(200))
    content = chance.choice(corpus)
    for _ in range(chance.randrange(1, _MOST)):
        if content:
            content = chance.choice(_EDITS)(chance, content)
    return content
