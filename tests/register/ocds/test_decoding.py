"""A file that is read in one piece is bounded, however little its zipped form weighs."""

import gzip

import pytest

from register.ocds.decoding import DamagedFileError, NotUtf8Error, TooMuchTextError, text_in


def test_a_zipped_text_is_read_whole() -> None:
    assert text_in(gzip.compress(b"name\nAna\n"), most=9)[0] == "name\nAna\n"


def test_a_text_that_unfolds_beyond_the_bound_is_refused() -> None:
    with pytest.raises(TooMuchTextError, match="more than 5 MB of text"):
        text_in(gzip.compress(bytes(b"a" * 5_000_001)), most=5_000_000)


@pytest.mark.parametrize(
    ("source", "error"),
    [(gzip.compress(b"name")[:-6], DamagedFileError), ("é".encode("utf-16"), NotUtf8Error)],
    ids=["cut off", "in another encoding"],
)
def test_what_is_no_text_is_refused_with_its_reason(source: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        text_in(source)
