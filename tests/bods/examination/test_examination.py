"""A file is examined whole, in whatever form it comes, and whatever it holds."""

import gzip
import io
import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bods.checks import checks
from bods.examination import Finding, examine
from tests.bods.checks.raw import TODAY, entity, owns, person, shares

FULL = os.environ.get("BARS") == "full"


def lines(*values: Any) -> bytes:
    return b"\n".join(orjson.dumps(value) for value in values)


def found_in(content: bytes, **more: Any) -> list[Finding]:
    return list(examine(content, today=TODAY, **more))


#: A file with a fault of nearly every kind.
FAULTY = [
    entity(),
    entity(fields={"recordStatus": None}),
    entity("beta", identifiers=[{"scheme": "XX-NONE", "id": "1"}], fields={"declarationSubject": "nobody"}),
    person(birthDate="2100", fields={"recordStatus": "closed"}),
    person(fields={"recordStatus": "closed"}),
    owns("ana", "gamma", shares(70), shares(60)),
    owns("beta", "alfa", shares(40, share={"minimum": 50, "maximum": 50})),
    owns("alfa", "alfa", record_id="self"),
    {"statementId": 5, "recordId": [], "recordType": "entity", "recordDetails": {"isComponent": "yes"}},
    7,
]


def test_array_lines_and_gzip_give_the_same_findings() -> None:
    by_lines = found_in(lines(*FAULTY))
    array = found_in(orjson.dumps(FAULTY))
    zipped = found_in(gzip.compress(lines(*FAULTY)))

    assert zipped == by_lines
    assert [(each.code, each.place) for each in array] == [
        (each.code, None if each.place is None else each.place - 1) for each in by_lines
    ]
    assert len({each.code for each in by_lines}) > 12


def test_every_finding_says_what_is_so_and_what_to_do() -> None:
    for finding in found_in(lines(*FAULTY)):
        assert finding.sentence.endswith(".")
        assert finding.remedy.endswith(".") or ":" in finding.remedy
        assert not finding.pointer or finding.pointer.startswith("/")


def test_a_statement_that_breaks_the_schema_is_still_asked_the_checks() -> None:
    spoilt = entity(fields={"recordStatus": "improved", "statementDate": "2100-01-01"}, name=5)

    codes = {finding.code for finding in found_in(lines(spoilt))}

    assert {"schema_enum", "schema_type", "statement_date_is_future_date"} <= codes


def test_the_place_is_the_line_even_where_lines_are_empty() -> None:
    content = b"\n\n" + lines(entity()) + b"\n\n" + lines(person(fields={"recordStatus": None}))

    assert [finding.place for finding in found_in(content, asked=["missing_record_status"])] == [5]


def test_what_is_no_json_is_a_finding_and_the_rest_is_read() -> None:
    content = lines(entity(), person()) + b"\n{no\n" + lines(owns())

    examination = examine(content, today=TODAY)

    assert [(finding.code, finding.place) for finding in examination] == [("unreadable", 3)]
    assert examination.statements == 3
    assert examination.is_whole


def test_a_file_that_breaks_off_is_examined_as_far_as_it_goes() -> None:
    examination = examine(orjson.dumps([entity(fields={"recordStatus": None}), person()])[:-9], today=TODAY)

    codes = [finding.code for finding in examination]

    assert "missing_record_status" in codes
    assert "unreadable" in codes
    assert not examination.is_whole


@pytest.mark.parametrize("source", [io.BytesIO, lambda content: content])
def test_streams_and_bytes_are_read_alike(source) -> None:
    assert [finding.code for finding in examine(source(lines(*FAULTY)), today=TODAY)]


def test_a_path_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "given.jsonl"
    file.write_bytes(lines(*FAULTY))

    assert list(examine(file, today=TODAY)) == found_in(lines(*FAULTY))
    with pytest.raises(FileNotFoundError):
        list(examine(tmp_path / "absent.json", today=TODAY))


def test_keys_in_files_give_the_findings_of_keys_in_memory() -> None:
    many = [*FAULTY, *(entity(f"company-{number}") for number in range(9000)), *FAULTY]

    in_memory = found_in(lines(*many))
    in_files = found_in(lines(*many), in_memory=100)

    assert _sorted(in_files) == _sorted(in_memory)


def _sorted(findings: list[Finding]) -> Counter[Finding]:
    return Counter(findings)


codes = st.sampled_from(
    ["new", "updated", "closed", "entity", "person", "relationship", "alfa", "ana", "0.4", ""]
)
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=9), codes
)
names = st.sampled_from(
    sorted({*entity(), *person()["recordDetails"], *owns()["recordDetails"], *shares(), "code", "x"})
)
nonsense = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=6)),
    max_leaves=25,
)


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """Give a good statement with some of its fields, at any depth, replaced by nonsense."""
    statement = draw(st.sampled_from([entity(), person(), owns(), owns({"reason": "unknown"})]))
    for _ in range(draw(st.integers(1, 3))):
        at: Any = statement
        while True:
            if not at or not isinstance(at, dict | list):
                break
            key = (
                draw(st.sampled_from(sorted(at)))
                if isinstance(at, dict)
                else draw(st.integers(0, len(at) - 1))
            )
            if draw(st.booleans()):
                at[key] = draw(nonsense)
                break
            at = at[key]
    return statement


@settings(
    max_examples=20_000 if FULL else 150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(st.one_of(nonsense, spoilt()), min_size=1, max_size=6))
def test_nothing_that_a_file_may_hold_makes_it_fail(values: list[Any]) -> None:
    content = orjson.dumps(values, option=orjson.OPT_PASSTHROUGH_DATACLASS) if _fits(values) else b"[]"

    for finding in found_in(content):
        assert finding.code in checks() or finding.code.split("_")[0] in {"schema", "unreadable", "older"}


def _fits(values: list[Any]) -> bool:
    try:
        orjson.dumps(values)
    except TypeError:  # a number or a text that JSON does not carry
        return False
    return True


def test_deep_nesting_and_huge_numbers_are_findings() -> None:
    deep = b'{"recordDetails":' * 900 + b"1" + b"}" * 900
    content = b"\n".join(
        [deep, b'{"statementId": 1e999}', b'{"recordId": ' + b"9" * 400 + b"}", b'"\\ud800"']
    )

    assert found_in(content)


def test_the_day_decides_what_lies_in_the_future() -> None:
    content = lines(entity(fields={"statementDate": "2026-03-10"}))
    only = ["statement_date_is_future_date"]

    assert list(examine(content, today=date(2026, 3, 10), asked=only)) == []
    assert len(list(examine(content, today=date(2026, 3, 9), asked=only))) == 1
