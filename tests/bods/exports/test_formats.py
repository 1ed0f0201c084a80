"""Every format gives back the statements that it was made from; the folder is the list of formats."""

import io

import pytest

from bods.exports import Format, formats
from bods.reading import read_statements
from bods.statements import Statement
from bods.writing import as_bytes
from tests.bods.standard import good_examples

READABLE = [known for known in formats() if known.read is not None]


def published() -> list[Statement]:
    return [statement for file in good_examples() for statement in read_statements(file)]


def test_no_two_formats_share_a_code_or_a_suffix() -> None:
    known_to_all = {"json", "jsonl", "csv", "csv-zip", "xlsx", "parquet", "sqlite"}
    assert known_to_all <= {known.code for known in formats()}
    assert (
        len({known.code for known in formats()})
        == len({known.suffix for known in formats()})
        == len(formats())
    )


@pytest.mark.parametrize("known", formats(), ids=lambda known: known.code)
def test_a_format_that_does_not_give_everything_back_says_what_it_leaves_out(known: Format) -> None:
    assert known.read is not None or known.leaves_out


@pytest.mark.parametrize("known", READABLE, ids=lambda known: known.code)
def test_a_file_reads_back_to_the_statements_it_was_made_from(known: Format) -> None:
    for statements in (published(), published()[:1], []):
        out = io.BytesIO()

        known.write(map(as_bytes, statements), out)

        assert known.read is not None
        assert list(known.read(io.BytesIO(out.getvalue()))) == statements


@pytest.mark.parametrize("code", ["json", "jsonl"])
def test_a_published_text_is_in_the_file_byte_for_byte(code: str) -> None:
    texts = [b'{ "statementId" : "as it was published" }']
    out = io.BytesIO()

    next(known for known in formats() if known.code == code).write(texts, out)

    assert texts[0] in out.getvalue()
