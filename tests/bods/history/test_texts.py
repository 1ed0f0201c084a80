"""Published texts are asked as they are; what cannot be read says where it lies."""

from datetime import date

import orjson
import pytest

from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.history import snapshot, snapshot_of_texts
from bods.writing import as_bytes, as_json
from tests.bods.stories import ALFA, ANA, statement

DAY = date(2024, 6, 1)
COMPANY, PERSON = statement("alfa", ALFA), statement("ana", ANA)


def test_texts_may_be_bytes_or_text() -> None:
    texts = [as_bytes(COMPANY), as_bytes(PERSON).decode()]

    assert snapshot_of_texts(texts, DAY) == snapshot([COMPANY, PERSON], DAY)


def test_what_is_no_json_is_told_by_its_line() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        snapshot_of_texts([as_bytes(COMPANY), b"{"], DAY)

    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("statementDate", "soon"),
        ("statementDate", None),
        ("statementDate", []),
        ("statementId", ["x"]),
        ("recordId", {}),
        ("publicationDetails", []),
        ("publicationDetails", {"publicationDate": 5}),
        ("recordStatus", "renewed"),
        ("recordStatus", {}),
        ("recordDetails", []),
    ],
)
def test_what_is_no_statement_is_told_by_its_place(field: str, value: object) -> None:
    broken = orjson.dumps(as_json(PERSON) | {field: value})

    with pytest.raises(NotAStatementError) as caught:
        snapshot_of_texts([as_bytes(COMPANY), broken], DAY)

    assert caught.value.place.startswith(f"/1/{field}")


@pytest.mark.parametrize("text", [b"5", b"[]", b"null", b'"ana"', b"{}"])
def test_what_is_no_object_of_ours_is_refused(text: bytes) -> None:
    with pytest.raises(NotAStatementError) as caught:
        snapshot_of_texts([text], DAY)

    assert caught.value.place == "/0"
