"""Every table-like form gives every statement back, however odd, and refuses what it cannot read."""

import io
import subprocess
import sys
from contextlib import suppress
from functools import lru_cache
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as any_

from bods.exceptions import BodsError, NotAStatementError, UnreadableFileError
from bods.exports import csv_pointers, csv_tables, parquet, sqlite, xlsx
from bods.exports.format import Format
from bods.reading import read_statements, statement_from
from bods.statements import Statement
from bods.writing import as_bytes
from tests.bods.standard import OFFICIAL, good_examples, official_examples
from tests.bods.tables.odd import odd_statements

FORMATS = [each.FORMAT for each in (csv_pointers, csv_tables, xlsx, parquet, sqlite)]
GENERATOR = OFFICIAL.parent / "gen_bods04.py"

every_format = pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.code)
unhurried = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def file_of(known: Format, texts: list[bytes]) -> bytes:
    out = io.BytesIO()
    known.write(texts, out)
    return out.getvalue()


def read(known: Format, file: bytes) -> list[Statement]:
    assert known.read is not None
    return list(known.read(io.BytesIO(file)))


@lru_cache(maxsize=1)
def generated() -> tuple[bytes, ...]:
    """2,000 statements as a register would publish them."""
    if not GENERATOR.exists():
        print("ABSENT: the generator of statements is not beside the project; its 2,000 were not tried.")  # noqa: T201
        return ()
    made = subprocess.run(
        [sys.executable, str(GENERATOR), "2000", "--seed", "11", "--jsonl"], capture_output=True, check=True
    )
    return tuple(made.stdout.splitlines()[:2000])


@every_format
def test_the_official_examples_come_back(known: Format) -> None:
    for example in (*official_examples(), *good_examples()):
        statements = list(read_statements(example))

        assert read(known, file_of(known, [as_bytes(each) for each in statements])) == statements


@every_format
def test_two_thousand_statements_come_back(known: Format) -> None:
    texts = list(generated())

    assert read(known, file_of(known, texts)) == [statement_from(orjson.loads(text)) for text in texts]


@every_format
@unhurried
@given(values=any_.lists(odd_statements(), max_size=3))
def test_the_oddest_statements_come_back(known: Format, values: list[dict[str, Any]]) -> None:
    statements = [statement_from(value) for value in values]

    assert read(known, file_of(known, [orjson.dumps(value) for value in values])) == statements


@every_format
def test_a_published_text_may_be_spread_over_lines(known: Format) -> None:
    (value, *_) = orjson.loads(good_examples()[0].read_bytes())
    text = orjson.dumps(value, option=orjson.OPT_INDENT_2).replace(b"\n", b"\r\n")

    assert read(known, file_of(known, [text])) == [statement_from(value)]


@every_format
def test_two_statements_under_one_identifier_stay_two(known: Format) -> None:
    (value, *_) = orjson.loads(good_examples()[0].read_bytes())
    bare = {**value, "recordDetails": {**value["recordDetails"], "identifiers": []}}
    texts = [orjson.dumps(each) for each in (value, bare, value, value)]

    assert read(known, file_of(known, texts)) == [statement_from(orjson.loads(text)) for text in texts]


@every_format
def test_a_value_nested_as_deeply_as_json_can_be_read_comes_back(known: Format) -> None:
    text = good_examples()[0].read_bytes()
    deep = orjson.dumps(orjson.loads(text)[0])[:-1] + b',"deep":' + b"[" * 1000 + b"]" * 1000 + b"}"

    (found,) = read(known, file_of(known, [deep]))

    value, levels = found.extra["deep"], 1
    while value:
        (value,) = value
        levels += 1
    assert levels == 1000


@every_format
def test_what_is_no_statement_is_refused(known: Format) -> None:
    with pytest.raises(UnreadableFileError):
        file_of(known, [b'{"recordType": "entity"'])
    with pytest.raises(NotAStatementError):
        file_of(known, [b"[]"])
    with pytest.raises(NotAStatementError) as refused:
        read(known, file_of(known, [b'{"recordType":"entity","statementId":"x"}']))
    assert refused.value.place == "/0"


@every_format
@unhurried
@given(noise=any_.binary(max_size=200))
def test_noise_is_refused_and_nothing_else_happens(known: Format, noise: bytes) -> None:
    with suppress(BodsError):
        assert read(known, noise) == []


@every_format
@unhurried
@given(
    place=any_.floats(0, 1, exclude_max=True), swap=any_.binary(min_size=1, max_size=8), cut=any_.booleans()
)
def test_a_damaged_file_is_read_or_refused(known: Format, place: float, swap: bytes, cut: bool) -> None:
    whole = damageable(known)
    at = int(place * len(whole))
    damaged = whole[:at] if cut else whole[:at] + swap + whole[at + len(swap) :]

    with suppress(BodsError):
        assert all(isinstance(each, Statement) for each in read(known, damaged))


@lru_cache(maxsize=8)
def damageable(known: Format) -> bytes:
    return file_of(
        known, [as_bytes(each) for example in good_examples()[:3] for each in read_statements(example)]
    )
