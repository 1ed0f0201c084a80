"""What is read at once is what the careful reader reads, with the same places, notes and errors."""

import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from register.ocds import streaming, window
from register.ocds.decoding import NotUtf8Error, decoded
from register.ocds.plainly import pieces, pieces_of_line
from register.ocds.streaming import BrokenJsonError, Piece
from tests.bods.often import tried
from tests.factories.nasty_json import NASTY
from tests.factories.releases import tender, told

Told = list[tuple[object, ...]]
PACKAGE = json.dumps(
    {"uri": "https://county.example/1", "releases": [tender("Alfa", "Beta"), told("o2")], "version": "1.1"}
).encode()
#: Texts that are odd in one way each, most of them behind something sound.
ODD = (
    *NASTY.values(),
    b'[{"ocid": "a"}, {"ocid": "b", "x": 1, "x": 2}, {"ocid": "c"}]',
    b'[{"ocid": "a"}, {"ocid": "b", "x": 1e999}, {"ocid": "c"}]',
    b'[{"ocid": "a"}, {"ocid": NaN}, {"ocid": "c"}]',
    b'[{"ocid": "a"}, {"ocid": "\\ud800"}, {"ocid": "c"}]',
    b'[{"ocid": "a"}, {"ocid": "b\\u0000"}, {"ocid": "\xef\xb7\x90"}, {"ocid": "\\ufDd0"}]',
    b'[{"ocid": "a", "x": 99999999999999999999, "y": 9007199254740993}, 1.0, -0, -0.0, 1e3, 12345678901234567890.5]',
    b'[{"ocid": "a"},]',
    b'[{"ocid": "a"} {"ocid": "b"}]',
    b'[{"ocid": "a"}, {"ocid": "b", "x":',
    b'[{"ocid": "a"}]] [{"ocid": "b"}]',
    b'[{"ocid": "a"}]{"releases": []}7 "x" null',
    b'{"a": 1, "releases": [{"ocid": "a"}, {"ocid": "b",}], "b": 2}',
    b'{"a": 1, "releases": [{"ocid": "a"}], "a": 2}',
    b'{"a": 1, "releases": [{"ocid": "a"}], "x": 3, "releases": [{"ocid": "b"}, {"x": 1, "x": 1}, {"ocid": "d"}]}',
    b'{"records": [1, 2], "releases": [3, {"a": {"b": 1, "b": 2}}, 4], "records": 5}',
    b'{"records": [1, 2], "b": {"c": 1, "c": 2}, "releases": [3], "a": 6}',
    b'{"a": 1, "releases": [{"ocid": "a"}], }',
    b'{"a": 1, "releases": {"ocid": "a"}, "records": null, 5: 6}',
    b'{"a" 1}',
    b'[{"\\u0061": 1, "a": 2}, {"a": 1, "a" : 2}, {"a": 1, "a"\n:2}, {"a": "\\":", "a": 1}, {"a\\u0022:": 1, "b": 1, "b": 2}]',
    b'[{"a\\u0022": 1, "b": "c\\":"}, {"a\\":": 1, "b": "\\u0022:"}, {"a" : "b : c", "d"\t:1}]',
    b'{"a": 1 "b": 2}',
    b'{"a": 1e999, "releases": [{"ocid": "a"}]}',
    b'{,"a": 1}',
    b'{"a": ' * 99 + b"1" + b"}" * 99,
    b'{"a": ' * 101 + b"1" + b"}" * 101,
    b"[" + b"[" * 99 + b"]" * 99 + b", " + b"[" * 101 + b"]" * 101 + b"]",
)


def carefully(text: bytes) -> Told:
    return ended(streaming.pieces(io.BytesIO(text)))


def told_of(text: bytes) -> tuple[Told, ...]:
    """What the careful reader tells; it passes over a word that stands unfinished behind all else, which may be told."""
    told = carefully(text)
    return told, [*told, ("broken", "", "premature EOF")]


def plainly(text: bytes) -> Told:
    return ended(pieces(io.BufferedReader(Trickle(text, 1 << 20))))  # type: ignore[arg-type]  # it need only read


def line_by_itself(text: bytes) -> Told:
    return ended(pieces_of_line(text))


def ended(read: Iterable[Piece]) -> Told:
    """All that comes of it, the error at the end included."""
    return list(_ended(read))


def _ended(read: Iterable[Piece]) -> Iterator[tuple[object, ...]]:
    try:
        for piece in read:
            # What equals another number may still be of another kind: 1 and 1.0, and a Decimal.
            yield (
                piece.place,
                repr(piece.value),
                [*piece.notes.met],
                piece.usable,
                piece.list_name,
                piece.rest,
            )
    except BrokenJsonError as error:
        yield "broken", error.place, error.reason


class Trickle(io.RawIOBase):
    """Gives so many bytes at a time."""

    def __init__(self, text: bytes, size: int) -> None:
        self._source, self._size = io.BytesIO(text), size

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        piece = self._source.read(min(self._size, len(into)))
        into[: len(piece)] = piece
        return len(piece)


def clean(text: bytes) -> bytes:
    """As the decoder leaves it: UTF-8 without raw NUL, and without endless numbers."""
    try:
        return decoded(io.BytesIO(text))[0].read()
    except NotUtf8Error:
        return b"?"


@pytest.mark.parametrize("text", [PACKAGE, *filter(bytes.strip, map(clean, ODD))])
@pytest.mark.parametrize("way", [plainly, line_by_itself])
def test_odd_texts_are_read_as_the_careful_reader_reads_them(
    way: Callable[[bytes], Told], text: bytes
) -> None:
    assert way(text) in told_of(text)


@pytest.mark.parametrize("size", [1, 7, 64])
def test_where_the_pieces_of_a_stream_end_makes_no_difference(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "PIECE", size)
    for text in (PACKAGE, '[{"ocid": "Ngʼangʼa 建設"}, 12.25, 1250000, -1e2]'.encode(), b'[1.5, {"a": 1'):
        assert ended(pieces(io.BufferedReader(Trickle(text, size), size))) == carefully(text)  # type: ignore[arg-type]


def test_a_value_too_long_to_be_held_is_read_bit_by_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "PIECE", 64)
    monkeypatch.setattr(window, "LONGEST", 128)
    text = json.dumps(
        {"a": 1, "releases": [told("a"), told("b", note="x" * 500), told("c")], "b": 2}
    ).encode()

    assert ended(pieces(io.BufferedReader(Trickle(text, 64), 64))) == carefully(text)  # type: ignore[arg-type]


SIGNS = any_.sampled_from(
    [
        *'{}[],: \n"ax1.0e-',
        "true",
        "null",
        '"a"',
        '"releases":',
        '"records":[',
        "\\u0000",
        "\\ud800",
        "1e400",
        "NaN",
        "é",
    ]
)


@tried(300)
@given(any_.lists(SIGNS, max_size=30).filter(lambda signs: "".join(signs).strip()))
def test_any_string_of_signs_is_read_as_the_careful_reader_reads_it(signs: list[str]) -> None:
    text = "".join(signs).encode()

    assert plainly(text) in told_of(text)
    assert line_by_itself(text) in told_of(text)


@tried(200)
@given(any_.data())
def test_a_sound_package_spoilt_anywhere_is_read_as_the_careful_reader_reads_it(
    data: any_.DataObject,
) -> None:
    begins, ends = sorted(
        (data.draw(any_.integers(0, len(PACKAGE))), data.draw(any_.integers(0, len(PACKAGE))))
    )
    kept = data.draw(
        any_.sampled_from([PACKAGE[:begins] + PACKAGE[ends:], PACKAGE[:ends] + PACKAGE[begins:]])
    )
    text = clean(kept[:begins] + data.draw(SIGNS).encode() + kept[begins:])

    assert plainly(text) in told_of(text)
    assert line_by_itself(text) in told_of(text)


def test_a_sign_too_many_anywhere_in_a_package_is_told_where_the_careful_reader_tells_it() -> None:
    package = json.dumps({"a": 1, "releases": [told("a"), told("b", n=[1, 2.5])], "b": "c"}).encode()

    for place in range(len(package) + 1):
        for sign in (b".", b'"', b"]", b"1"):
            text = package[:place] + sign + package[place:]

            assert plainly(text) in told_of(text)
