"""However long a file, a line or a value: little of it is held, and what is too long is told."""

import gzip
import io
import tracemalloc
from collections.abc import Iterator

import pytest

from bods.reading import entries_in, limits
from tests.bods.reading.sentences import told

COUNT = 8_000
STATEMENT = b'{"statementId":"%08d","recordDetails":{"names":[{"fullName":"Ana"},{"fullName":"A"}]},"x":"' + (
    b"y" * 600 + b'"}'
)


class Endless(io.RawIOBase):
    """A file that is made while it is read, so that the test holds none of it."""

    def __init__(self, before: bytes, between: bytes, after: bytes) -> None:
        self._pieces = self._made(before, between, after)
        self.given = 0

    def read(self, size: int = -1, /) -> bytes:
        piece = next(self._pieces, b"")
        assert len(piece) <= size
        self.given += len(piece)
        return piece

    def _made(self, before: bytes, between: bytes, after: bytes) -> Iterator[bytes]:
        yield before
        for number in range(COUNT):
            yield (between if number else b"") + STATEMENT % number
        yield after


FORMS = {
    "lines": (b"", b"\n", b"\n"),
    "array": (b"[", b",", b"]"),
    "pretty array": (b"[\n  ", b",\n  ", b"\n]\n"),
    "spread objects": (b'{"statementId":\n"0"}\n', b"\n", b"\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_long_file_is_read_in_little_memory(form: str) -> None:
    source = Endless(*FORMS[form])
    tracemalloc.start()

    read = sum(1 for place, value in entries_in(source) if value["statementId"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert read in (COUNT, COUNT + 1)
    assert source.given > 5_000_000
    assert peak < 1_000_000


@pytest.mark.parametrize("form", FORMS)
def test_the_first_value_is_given_before_much_is_read(form: str) -> None:
    source = Endless(*FORMS[form])

    place, value = next(iter(entries_in(source)))

    assert (place in (0, 1), "statementId" in value) == (True, True)
    assert source.given < 200_000


@pytest.mark.parametrize(("before", "place"), [(b"\n", 30_000_001), (b" ", 1)])
def test_a_small_gzipped_file_of_much_white_is_unpacked_in_little_memory(before: bytes, place: int) -> None:
    source = gzip.compress(before * 30_000_000 + b"1")
    tracemalloc.start()

    read = list(entries_in(source))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert read == [(place, 1)]
    assert peak < 1_000_000


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> int:
    """Make the longest value one of 1,000 bytes, and give that number."""
    for name, size in {"BLOCK": 64, "AT_ONCE": 32, "LONGEST": 1000}.items():
        monkeypatch.setattr(limits, name, size)
    return limits.LONGEST


def test_a_line_too_long_is_passed_over(short: int) -> None:
    long = b'{"a":"%s"}\n' % (b"x" * 5 * short)

    for place, lines in enumerate(
        [[long, b"1\n", b"2"], [b"1\n", long, b"2\n"], [b"1\n", b"2\n", long]], start=1
    ):
        read = dict(entries_in(b"".join(lines)))

        assert "longer than" in told(read.pop(place), fatal=False)
        assert list(read.values()) == [1, 2]
        assert read.keys() == {1, 2, 3} - {place}


def test_a_line_as_long_as_may_be_is_read(short: int) -> None:
    long = b'{"a":"%s"}\n' % (b"x" * (short - 100))

    read = [value for _, value in entries_in(long * 3)]

    assert [len(value["a"]) for value in read] == [short - 100] * 3


@pytest.mark.parametrize("inside", [b'"%s"', b"[%s]", b'{"a":"%s"}'])
def test_a_member_too_long_ends_the_reading(inside: bytes, short: int) -> None:
    long = inside % (b"1" * 5 * short)

    (first, (place, value)) = entries_in(b"[1," + long + b",2]")

    assert first == (0, 1)
    assert place == 1
    assert "no end within" in told(value, fatal=True)


def test_an_object_over_many_lines_that_is_too_long_ends_the_reading(short: int) -> None:
    ((place, value),) = entries_in(b'{\n"a": "%s"}' % (b"x\n" * 5 * short))

    assert place == 1
    assert "no end within" in told(value, fatal=True)
