"""Texts of statements in and out of JSON."""

from typing import Any

import orjson
import pytest
from hypothesis import given

from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.tables.texts import json_text, objects_in, one_line_each, statements_in
from tests.bods.tables.odd import exactly, odd_values


def nested(value: Any, levels: int) -> Any:
    for level in range(levels):
        value = [1, value, {}] if level % 2 else {"a": value, "b": []}
    return value


@given(odd_values)
def test_deep_values_are_written_like_others(value: Any) -> None:
    deep = json_text(nested(value, 1000))

    inner = orjson.loads(deep)
    for level in reversed(range(1000)):
        inner = inner[1] if level % 2 else inner["a"]
    assert exactly(inner) == exactly(value)
    assert deep.startswith('[1,{"a":[1,{"a":')
    assert deep.endswith('},{}],"b":[]},{}]')


def test_ends_of_lines_between_values_go_and_those_in_texts_stay() -> None:
    (text,) = one_line_each([b'{\r\n"a":\n"x\\ny"\n}'])

    assert b"\n" not in text
    assert b"\r" not in text
    assert orjson.loads(text) == {"a": "x\ny"}


def test_what_is_no_json_or_no_object_is_said_with_its_place() -> None:
    with pytest.raises(UnreadableFileError) as broken:
        list(objects_in([b"{}", b"{"]))
    with pytest.raises(NotAStatementError) as listed:
        list(one_line_each([b"{}", b"{}", b"[]"]))
    with pytest.raises(NotAStatementError) as empty:
        list(statements_in([{}]))

    assert broken.value.line == 2
    assert listed.value.place == "/2"
    assert empty.value.place == "/0"
