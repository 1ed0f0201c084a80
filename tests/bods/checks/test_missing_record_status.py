"""A statement that does not say whether its record is new is asked to."""

from bods.checks.missing_record_status import find
from tests.bods.stories import ALFA, ANA, statement


def test_a_statement_without_a_status_is_found() -> None:
    silent = statement("ana", ANA, status=None)

    (finding,) = find([statement("alfa", ALFA), silent])

    assert finding.statement_id == silent.statement_id
    assert "recordStatus" in finding.sentence


def test_a_statement_with_a_status_is_not() -> None:
    assert list(find([statement("alfa", ALFA)])) == []
