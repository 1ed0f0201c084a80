"""Whatever a file holds, every reader gives statements, findings, or an error of its own: never a crash.

A sample runs with all tests; with BARS=full each reader is tried for ten minutes (or BARS_MINUTES).
"""

import gzip
import io
import os
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bods.examination import examine
from bods.exceptions import BodsError
from bods.exports import formats
from bods.history import History
from bods.reading import entries_in, read_statements, values_in
from bods.statistics import statistics_of
from bods.upgrade import upgraded
from bods.writing import as_bytes
from tests.bods.fuzzing.spoiling import spoilt
from tests.bods.standard import ROOT, good_examples

FULL = os.environ.get("BARS") == "full"
MINUTES = float(os.environ.get("BARS_MINUTES", "10"))
SLOW = {"xlsx", "parquet", "sqlite", "csv-zip"}
LONGEST = 20  # seconds; a reader that needs more for a file of some kilobytes hangs
TODAY = date(2026, 3, 9)


@lru_cache(maxsize=1)
def texts() -> Sequence[bytes]:
    return [as_bytes(each) for file in good_examples() for each in read_statements(file)][:40]


@lru_cache(maxsize=1)
def json_files() -> Sequence[bytes]:
    examples = [file.read_bytes() for file in good_examples()]
    lines = b"\n".join(texts())
    return [
        *examples,
        lines,
        lines.replace(b"\n", b"\r\n"),
        gzip.compress(lines, mtime=0),
        b"\xef\xbb\xbf" + examples[0],
    ]


@lru_cache(maxsize=1)
def old_files() -> Sequence[bytes]:
    return [file.read_bytes() for file in sorted((ROOT / "tests" / "examples").glob("bods_0_*/*.json"))]


@lru_cache(maxsize=20)
def written(code: str) -> Sequence[bytes]:
    known = next(known for known in formats() if known.code == code)
    files = []
    for several in (texts()[:1], texts()[:12], texts()):
        out = io.BytesIO()
        known.write(several, out)
        files.append(out.getvalue())
    return files


def upgrade(content: bytes) -> None:
    upgraded(list(values_in(content)))


def look_back(content: bytes) -> None:
    history = History(read_statements(content))
    seen = history.at(TODAY)
    history.between(date(2020, 1, 1), TODAY)
    for record_id in history.records():
        seen.holds(record_id)
        history.timeline(record_id)


READERS: dict[str, tuple[Callable[[], Sequence[bytes]], Callable[[bytes], Any]]] = {
    "entries": (json_files, lambda content: list(entries_in(content))),
    "statements": (json_files, lambda content: list(read_statements(content))),
    "examination": (json_files, lambda content: list(examine(content, today=TODAY))),
    "statistics": (json_files, statistics_of),
    "history": (json_files, look_back),
    "upgrade": (old_files, upgrade),
    **{
        known.code: (
            lambda code=known.code: written(code),
            lambda content, read=known.read: list(read(io.BytesIO(content))),
        )
        for known in formats()
        if known.read is not None and known.code not in {"json", "jsonl"}
    },
}

#: These say of anything what it is; the others may refuse.
NEVER_REFUSES = {"entries", "examination"}


def attempt(reader: str, content: bytes) -> None:
    start = time.monotonic()
    try:
        READERS[reader][1](content)
    except BodsError:
        assert reader not in NEVER_REFUSES
    assert time.monotonic() - start < LONGEST, f"{reader} hangs"


@pytest.mark.parametrize("reader", READERS)
def test_no_reader_crashes(reader: str) -> None:
    corpus = READERS[reader][0]()

    @settings(
        max_examples=25 if reader in SLOW else 120, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(spoilt(corpus))
    def tried(content: bytes) -> None:
        attempt(reader, content)

    tried()
    if FULL:
        _for_minutes(tried.hypothesis.fuzz_one_input, reader)


def _for_minutes(fuzz: Callable[[bytes], object], reader: str) -> None:
    end, runs = time.monotonic() + 60 * MINUTES, 0
    while time.monotonic() < end:
        fuzz(os.urandom(64))
        runs += 1
    print(f"{reader}: {runs:,} files in {MINUTES:g} minutes, none uncaught")  # noqa: T201  # said aloud


def test_every_example_is_read_by_its_reader() -> None:
    for reader, (corpus, read) in READERS.items():
        assert corpus(), reader
        for content in corpus():
            read(content)
