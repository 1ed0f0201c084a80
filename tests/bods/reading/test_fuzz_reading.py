"""Whatever bytes a file holds, reading them gives values and sentences, and never fails."""

import gzip
import os
from contextlib import suppress
from random import Random

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as any_

from bods.exceptions import BodsError
from bods.reading import Unreadable, entries_in, read_statements
from tests.bods.reading.any_json import CANARY, FILES, THROWS, in_form, packed, search, small_blocks
from tests.bods.reading.sentences import told
from tests.bods.standard import EXAMPLES as EXAMPLE_FILES

BLOCKS = any_.integers(1, 60)
STORY = EXAMPLE_FILES / "one_owner.json"
HEADS = any_.sampled_from(
    [b"", b"[", b"{", b"\n", b'{"id":', b"\xef\xbb\xbf", b"\x1f\x8b\x08\x00", b"\xff\xfe"]
)
MARKS = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b'"',
    b"\\",
    b"\n",
    b" ",
    b"1",
    b"null",
    b'"id"',
    b"\0",
    b"\xff",
    b"NaN",
]
PIECES = any_.sampled_from(MARKS)
NOISE = any_.one_of(any_.binary(max_size=300), any_.lists(PIECES, max_size=80).map(b"".join))


def assert_in_order(source: bytes) -> None:
    """Read it all: places rise, nothing follows what is fatal, no sentence repeats a word of the file."""
    entries = entries_in(source)
    read = list(entries)
    places = [place for place, _ in read]
    assert places == (sorted(places) if entries.lines else list(range(len(read))))
    for _, value in read:
        if isinstance(value, Unreadable):
            assert CANARY not in told(value, fatal=value.fatal)
    assert not any(isinstance(value, Unreadable) and value.fatal for _, value in read[:-1])


@given(HEADS, NOISE, BLOCKS)
@search
def test_any_bytes_are_read_without_failing(head: bytes, noise: bytes, block: int) -> None:
    with small_blocks(block):
        assert_in_order(head + noise)
        assert_in_order(gzip.compress(head + noise))


@given(packed(), BLOCKS, any_.data())
@search
def test_a_good_file_gone_bad_anywhere_is_read_without_failing(
    file: tuple[bytes, list[object]], block: int, data: any_.DataObject
) -> None:
    source = bytearray(file[0])
    for _ in range(data.draw(any_.integers(1, 4))):
        place = data.draw(any_.integers(0, len(source)))
        source[place : place + data.draw(any_.integers(0, 3))] = data.draw(PIECES)

    with small_blocks(block):
        assert_in_order(bytes(source))


@given(packed(), BLOCKS, any_.data())
@search
def test_a_file_cut_off_anywhere_gives_what_it_holds_and_says_so(
    file: tuple[bytes, list[object]], block: int, data: any_.DataObject
) -> None:
    source, values = file
    cut = source[: data.draw(any_.integers(0, len(source)))]

    with small_blocks(block):
        assert_in_order(cut)
        read = [value for _, value in entries_in(cut)]

    faults = [value for value in read if isinstance(value, Unreadable)]
    assert faults == read[len(read) - len(faults) :]
    assert len(faults) <= 1
    assert read[: len(read) - len(faults)] == values[: len(read) - len(faults)]
    assert faults or len(read) == len(values) or not cut.startswith((b"[", b"\x1f\x8b"))


@pytest.mark.parametrize("form", ["array", "pretty array", "lines", "spread objects"])
@pytest.mark.parametrize("zipped", [False, True])
def test_statements_spoilt_by_dice_are_read_without_failing(form: str, zipped: bool) -> None:
    dice = Random(f"{form} {zipped}")
    text = in_form(orjson.loads(STORY.read_bytes()), form)
    good = gzip.compress(text) if zipped else text

    for _ in range(THROWS // 8):
        source = bytearray(good[: dice.randrange(len(good))] if dice.random() < 0.2 else good)
        for _ in range(dice.randrange(4)):
            place = dice.randrange(len(source) + 1)
            source[place : place + dice.randrange(3)] = dice.choice(MARKS)
        with small_blocks(dice.randrange(1, 900)):
            assert_in_order(bytes(source))


@given(FILES)
@search
def test_a_good_file_is_read_alike_gzipped_or_not(file: tuple[bytes, list[object]]) -> None:
    text, values = file

    read = [list(entries_in(source)) for source in (text, gzip.compress(text))]

    assert read[0] == read[1]
    assert [value for _, value in read[0] if not isinstance(value, Unreadable)] == values


@given(HEADS, NOISE)
@search
def test_reading_statements_of_any_bytes_ends_with_an_error_of_ours_or_none(
    head: bytes, noise: bytes
) -> None:
    source = head + noise + os.linesep.encode()

    with suppress(BodsError):
        assert list(read_statements(source)) == []
