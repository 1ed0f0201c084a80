"""bar-I1: a name that stands twice in one object is told by its place, in every import of JSON, and nothing of it is taken."""

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from sys import setprofile

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as any_

from bods.writing import as_bytes
from register.elsewhere.doubled import MOST_TOLD, doubled_names
from register.elsewhere.lists.line import Home
from register.elsewhere.lists.reading import list_in
from register.elsewhere.other_file import OtherReading
from register.ocds.reading import releases_in
from tests.bods.often import tried
from tests.bods.stories import ANA, statement
from tests.factories.nasty_json import NASTY

DAY = date(2026, 3, 1)
HOME = Home("KE", "KE-RCO", "KEN-IDCARD", "KEN-PASSPORT")
MANY = 100_000


def of_bods(source: bytes) -> list[object]:
    reading = OtherReading("a.json", lambda: closing(io.BytesIO(source)), DAY, DAY)
    return [*reading.statements(), *reading.faults, *reading.losses]


def of_a_list(source: bytes) -> list[object]:
    return list(list_in(source, "a.json", "debarred", HOME))


def of_ocds(source: bytes) -> list[object]:
    return list(releases_in(source, "a.json"))


READERS: dict[str, Callable[[bytes], list[object]]] = {"bods": of_bods, "list": of_a_list, "ocds": of_ocds}


def places(source: str | bytes) -> list[str]:
    return list(doubled_names(io.BytesIO(source if isinstance(source, bytes) else source.encode())))


def test_bar_i1_each_doubled_name_is_told_by_its_place() -> None:
    assert places('{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}') == []
    assert places('{"a": 1, "a": 1}') == ["/a"]
    assert places('[{"x": [0, {"a/b": 1, "a/b": 2}]}, {"y": 1, "y": 2, "y": 3}]') == [
        "/0/x/1/a~1b",
        "/1/y",
        "/1/y",
    ]
    assert places('{"a": 1}\n{"b": 1, "b": 2}\n') == ["/1/b"]
    assert places('{"\\u0061": 1, "a": 2}') == ["/a"]
    assert places('{"a": 1, "a": 2, ') == ["/a"]


def test_bar_i1_nothing_is_taken_of_statements_in_which_a_name_stands_twice() -> None:
    sound = orjson.dumps([orjson.loads(_ana())])
    twice = sound.replace(b'"fullName":', b'"fullName":"Ben","fullName":', 1)

    assert len(of_bods(sound)) == 1
    for told in (of_bods(twice), of_bods(gzip.compress(twice))):
        assert [getattr(each, "place", "taken") for each in told] == ["/0/recordDetails/names/0/fullName"]


def _ana() -> bytes:
    return as_bytes(statement("ana", ANA))


def test_bar_i1_nothing_is_taken_of_a_list_in_which_a_name_stands_twice() -> None:
    told = of_a_list(b'{"persons": [{"name": "Ana", "name": "Ben"}]}')
    by_line = of_a_list(
        b'{"id": "a", "schema": "Person"}\n{"id": "b", "id": "c", "schema": "Person", "properties": {}}\n'
    )

    assert [getattr(each, "place", "taken") for each in told] == ["/persons/0/name"]
    assert [getattr(each, "place", "taken") for each in by_line] == ["/1/id"]


def _values(inside: any_.SearchStrategy[str]) -> any_.SearchStrategy[str]:
    names = any_.sampled_from(("a", "b", "", "é", "~/"))
    members = any_.lists(any_.tuples(names, inside), max_size=4)
    written = members.map(
        lambda told: ",".join(f"{orjson.dumps(name).decode()}:{value}" for name, value in told)
    )
    return any_.lists(inside, max_size=3).map(lambda told: f"[{','.join(told)}]") | written.map(
        "{{{}}}".format
    )


@tried(200)
@given(any_.recursive(any_.sampled_from(("1", '"a"', "null", "[]", "{}")), _values, max_leaves=12))
def test_bar_i1_what_is_told_twice_is_what_a_careful_reader_finds(text: str) -> None:
    doubled = 0

    def count(pairs: list[tuple[str, object]]) -> None:
        nonlocal doubled
        doubled += len(pairs) - len({name for name, _ in pairs})

    json.loads(text, object_pairs_hook=count)

    assert len(places(text)) == doubled


@pytest.mark.parametrize("kind", READERS)
def test_bar_i1_whatever_the_json_is_the_reader_ends_with_a_word(kind: str) -> None:
    silent = [name for name, source in NASTY.items() if not READERS[kind](source) and name not in EMPTY[kind]]

    assert silent == []


#: What holds nothing at all, and what is empty in a way that is nobody's fault.
EMPTY = {
    "bods": {"empty", "spaces", "two byte order marks"},
    "list": {"empty", "spaces", "two byte order marks"},
    "ocds": set[str](),
}


def wide(each: Callable[[int], bytes], many: int) -> Iterator[tuple[str, bytes]]:
    """Files with one object of many names: it is the whole, or it stands within what is looked for."""
    names = b",".join(each(number) for number in range(many))
    yield (
        "bods",
        b'[{"statementId":"a","recordId":"a","recordType":"person","recordDetails":{' + names + b"}}]",
    )
    yield "list", b'{"persons":[{' + names + b"}]}"
    yield "ocds", b'{"releases":[{"ocid":"a","tender":{' + names + b"}}]}"


WAYS: dict[str, Callable[[int], bytes]] = {
    "plain": lambda number: b'"k%d":%d' % (number, number),
    "each with a NUL": lambda number: b'"k%d":"a\\u0000b"' % number,
    "one name": lambda number: b'"k":%d' % number,
    "huge numbers": lambda number: b'"k%d":1e999' % number,
}


@pytest.mark.parametrize("way", WAYS)
def test_bar_i1_a_hundred_thousand_names_in_one_object_take_little_memory(way: str) -> None:
    for kind, source in wide(WAYS[way], MANY):
        tracemalloc.start()
        READERS[kind](source)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert peak < 150 << 20, f"{kind}: {peak >> 20} MiB"


@pytest.mark.parametrize("way", WAYS)
def test_bar_i1_ten_times_as_many_names_take_ten_times_the_steps(way: str) -> None:
    few, many = dict(wide(WAYS[way], 300)), dict(wide(WAYS[way], 3_000))

    for kind, reader in READERS.items():
        assert _steps(lambda: reader(many[kind])) < 13 * _steps(lambda: reader(few[kind])), kind  # noqa: B023


def _steps(work: Callable[[], object]) -> int:
    """How many calls some work makes; the work of each is bounded, since none goes through what was met before."""
    made = 0

    def count(_frame: object, event: str, _about: object) -> None:
        nonlocal made
        made += event == "call"

    setprofile(count)
    try:
        work()
    finally:
        setprofile(None)
    return made


def test_bar_i1_of_names_without_end_some_are_told() -> None:
    (_, source), *_ = wide(WAYS["one name"], MANY)

    assert len(of_bods(source)) == MOST_TOLD
