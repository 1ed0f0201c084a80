"""A statement is one dated claim about one record."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bods.codelists import RecordType
from bods.exceptions import RecordTypeMismatchError
from bods.statements import PublicationDetails, moment
from tests.bods.stories import ALFA, statement


def test_a_statement_carries_the_record_that_it_names() -> None:
    with pytest.raises(RecordTypeMismatchError) as caught:
        replace(statement("alfa", ALFA), record_type=RecordType.PERSON)

    assert (caught.value.record_type, caught.value.carried) == ("person", "entity")


def test_the_day_of_a_moment_is_the_day_as_written() -> None:
    assert statement("alfa", ALFA, "2024-02-01T23:30:00-05:00").day == date(2024, 2, 1)
    assert PublicationDetails("2024-02-03").day == date(2024, 2, 3)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2024-02-01", datetime(2024, 2, 1, tzinfo=UTC)),
        ("2024-02-01T03:00:00+03:00", datetime(2024, 2, 1, tzinfo=UTC)),
        ("2024-02-01T00:00:00Z", datetime(2024, 2, 1, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("2024-02-01t01:00:00z", datetime(2024, 2, 1, 1, tzinfo=UTC)),
        ("0001-01-01T00:00:00+05:00", datetime(1, 1, 1, tzinfo=UTC)),
        ("9999-12-31T23:59:59-05:00", datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_a_date_or_a_moment_is_an_instant(text: str, instant: datetime) -> None:
    assert moment(text) == instant


def test_what_is_neither_date_nor_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="February"):
        moment("February 2024")
