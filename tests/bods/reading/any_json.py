"""JSON of every kind and layout, and files of it, for tests that try what nobody thought of."""

import gzip
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as any_

from bods.reading import limits

FULL = os.environ.get("BARS") == "full"
#: How many examples each search looks at, and how many files are spoilt by dice: a sample, or all of `make bars`.
EXAMPLES = 3_000 if FULL else 60
search = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
THROWS = 500_000 if FULL else 1_000

#: A word that stands in every file, and so may stand in no sentence about one.
CANARY = "Zuhura"

_PIECES = any_.sampled_from(
    ["id", CANARY, "},{", '"', "\\", "[", "]}", ",", "\n", "é", "😀", '{"id":', "\\u0041"]
)
_TEXTS = any_.lists(_PIECES, max_size=3).map("".join)
_NAMES = any_.sampled_from(["id", "id", "name", "}", CANARY, '"'])
_LEAVES = any_.one_of(
    any_.none(), any_.booleans(), any_.integers(-(2**63), 2**63), any_.floats(allow_nan=False, allow_infinity=False), _TEXTS
)  # fmt: skip


def _branches(inner: any_.SearchStrategy[Any]) -> any_.SearchStrategy[Any]:
    return any_.one_of(any_.lists(inner, max_size=4), any_.dictionaries(_NAMES, inner, max_size=4))


VALUES = any_.recursive(_LEAVES, _branches, max_leaves=12)
OBJECTS = any_.dictionaries(_NAMES, VALUES, min_size=1, max_size=4)


def _compact(value: object) -> bytes:
    return orjson.dumps(value)


def _pretty(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2)


def _wide(value: object) -> bytes:
    return json.dumps(value, indent="\t \r\n", separators=(" ,", "\n: ")).encode()


def _plain(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()


def in_form(values: list[Any], form: str) -> bytes:
    match form:
        case "array":
            return _compact(values)
        case "pretty array":
            return _pretty(values)
        case "lines":
            return b"\n".join(map(_compact, values)) + b"\n"
        case _:
            return b"\n".join(map(_pretty, values))


LAYOUTS: any_.SearchStrategy[Callable[[object], bytes]] = any_.sampled_from(
    [_compact, _pretty, _wide, _plain]
)


@any_.composite
def arrays(draw: any_.DrawFn) -> tuple[bytes, list[Any]]:
    values = draw(any_.lists(any_.one_of(OBJECTS, OBJECTS, VALUES), max_size=12))
    white = draw(any_.sampled_from([b"", b"\n", b" \r\n\t"]))
    return draw(LAYOUTS)(values) + white, values


@any_.composite
def lines(draw: any_.DrawFn) -> tuple[bytes, list[Any]]:
    values = draw(any_.lists(OBJECTS, max_size=8))
    between = draw(any_.sampled_from([b"\n", b"\r\n", b"\n \n"]))
    return b"".join(orjson.dumps(value) + between for value in values), values


@any_.composite
def spread_objects(draw: any_.DrawFn) -> tuple[bytes, list[Any]]:
    values = draw(any_.lists(OBJECTS, max_size=6))
    between = draw(any_.sampled_from([b"\n", b"", b"\n\n"]))
    return between.join(_pretty(value) for value in values), values


FILES = any_.one_of(arrays(), lines(), spread_objects())


@any_.composite
def packed(draw: any_.DrawFn) -> tuple[bytes, list[Any]]:
    """A good file and its values, gzipped or not."""
    text, values = draw(FILES)
    return (gzip.compress(text) if draw(any_.booleans()) else text), values


@contextmanager
def small_blocks(block: int) -> Iterator[None]:
    """Read in so small blocks that every place is once the end of one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "BLOCK", 16 + block)
        patch.setattr(limits, "AT_ONCE", block)
        yield
