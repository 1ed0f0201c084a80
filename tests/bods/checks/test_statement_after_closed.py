"""A closed record stays closed."""

from bods.checks.statement_after_closed import find
from bods.codelists import RecordStatus
from tests.bods.stories import ANA, statement

OPENED = statement("ana", ANA, "2024-01-01")
CLOSED = statement("ana", ANA, "2024-03-01", status=RecordStatus.CLOSED)
AGAIN = statement("ana", ANA, "2024-04-01", status=RecordStatus.UPDATED)


def test_a_statement_after_the_closing_is_found_wherever_it_stands_in_the_file() -> None:
    for story in ([OPENED, CLOSED, AGAIN], [AGAIN, CLOSED, OPENED]):
        (finding,) = find(story)
        assert finding.statement_id == AGAIN.statement_id
        assert CLOSED.statement_id in finding.sentence


def test_a_record_that_ends_with_its_closing_is_not() -> None:
    assert list(find([CLOSED, OPENED])) == []
