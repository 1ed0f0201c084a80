"""An array is read in pieces to the values that it has as a whole, wherever a block ends."""

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as any_

from bods.reading import Unreadable, entries_in
from tests.bods.reading.any_json import arrays, search, small_blocks

NESTED = b'[{"id":1,"of":[{"id":2},{"id":3},{"id":"},{\\"id\\":"}]},{"id":4}]'


@given(arrays(), any_.integers(1, 60))
@example((NESTED, orjson.loads(NESTED)), 20)
@example((b'[\n {"id":1},\n {"id":2},\n null,\n 3]', [{"id": 1}, {"id": 2}, None, 3]), 1)
@search
def test_an_array_in_pieces_is_the_array(array: tuple[bytes, list[object]], block: int) -> None:
    text, _ = array

    with small_blocks(block):
        entries = entries_in(text)
        read = list(entries)

    assert read == list(enumerate(orjson.loads(text)))
    assert entries.lines is False


@pytest.mark.parametrize("block", range(1, len(NESTED)))
def test_objects_within_a_member_that_begin_as_members_do_are_not_taken_for_members(block: int) -> None:
    with small_blocks(block):
        read = list(entries_in(NESTED))

    assert read == list(enumerate(orjson.loads(NESTED)))


@given(arrays(), any_.integers(1, 60), any_.data())
@search
def test_an_array_is_found_broken_exactly_when_the_whole_is_no_json(
    array: tuple[bytes, list[object]], block: int, data: any_.DataObject
) -> None:
    text, _ = array
    place = data.draw(any_.integers(1, len(text)))
    text = (
        text[:place]
        + data.draw(any_.sampled_from([b"", b",", b"}", b"]", b'"', b"[", b"x", b" "]))
        + text[place + 1 :]
    )

    with small_blocks(block):
        read = [value for _, value in entries_in(text)]

    try:
        whole = orjson.loads(text)
    except orjson.JSONDecodeError:
        assert any(isinstance(value, Unreadable) for value in read)
    else:
        assert read == whole
