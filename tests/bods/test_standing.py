"""How every record stands is known after one pass, and what is held does not grow with the file."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bods.exceptions import NotAStatementError
from bods.history import records_at
from bods.standing import standing
from bods.statements import Statement
from bods.writing import as_bytes
from tests.bods.stories import ALFA, ANA, owns, statement


def many(count: int) -> Iterator[bytes]:
    for number in range(count):
        yield as_bytes(statement(f"party-{number}", ALFA, number=number))


def test_the_last_word_on_a_record_is_the_one_that_history_gives() -> None:
    story = [
        replace(statement("ana", ANA, day, published=published, number=number))
        for number, (day, published) in enumerate(
            [
                ("2024-02-01", "2024-02-02"),
                ("2024-03-01", "2024-03-01T10:00:00+03:00"),
                ("2024-03-01", "2024-03-01T08:00:00Z"),
                ("2024-03-01", "2024-03-01T08:00:00Z"),
                ("2024-01-01", "2024-05-01"),
            ]
        )
    ]

    with standing(map(as_bytes, story)) as read:
        ((_, last),) = read.parties()

    known: dict[str, Statement] = records_at(story, last.day)
    assert last == known["ana"] == story[3]


def test_parties_and_relationships_come_in_the_order_of_their_first_statement() -> None:
    texts = map(
        as_bytes,
        [
            statement("link", owns("ana", "alfa")),
            statement("ana", ANA),
            statement("alfa", ALFA),
            statement("ana", ANA),
        ],
    )

    with standing(texts) as read:
        assert [(number, said.record_id) for number, said in read.parties()] == [(2, "ana"), (3, "alfa")]
        assert [(number, said.record_id) for number, said in read.relationships()] == [(1, "link")]
        assert (read.number_of("alfa"), read.number_of("link"), read.number_of("gone")) == (3, None, None)
        assert read.statement(3).record == ALFA


def test_what_is_held_does_not_grow_with_the_file() -> None:
    peaks = []
    for count in (300, 3000):
        tracemalloc.start()
        with standing(many(count)) as read:
            assert sum(1 for _ in read.parties()) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 2 * peaks[0]


@pytest.mark.parametrize(
    "text", [b"[]", b"{}", b'{"recordId": "a", "recordType": "person", "statementDate": "soon"}']
)
def test_what_is_no_statement_is_refused_in_words(text: bytes) -> None:
    with pytest.raises(NotAStatementError), standing([text]):
        pass
