"""Records hold what is known about entities, persons and what lies between them."""

from datetime import date

import pytest

from bods.codelists import PersonType, RecordType
from bods.records import Interest, Name, Person, record_type_of
from tests.bods.stories import ALFA, ANA, owns

DAY = date(2024, 6, 1)


def test_a_person_needs_no_more_than_a_name() -> None:
    person = Person(type=PersonType.KNOWN_PERSON, names=(Name("Ana"),))

    assert person.is_component is False
    assert person.addresses == ()


def test_each_record_knows_its_type() -> None:
    types = [record_type_of(record) for record in (ALFA, ANA, owns("ana", "alfa"))]

    assert types == [RecordType.ENTITY, RecordType.PERSON, RecordType.RELATIONSHIP]


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        (date(2024, 6, 1), None, True),
        (date(2024, 6, 2), None, False),
        (date(2020, 1, 1), date(2024, 6, 2), True),
        (date(2020, 1, 1), date(2024, 6, 1), False),
        (None, date(2024, 6, 1), False),
        (None, date(2024, 6, 2), None),
        (None, None, None),
    ],
)
def test_an_interest_holds_from_its_start_to_the_day_before_its_end(
    start: date | None, end: date | None, answer: bool | None
) -> None:
    assert Interest(start_date=start, end_date=end).holds_on(DAY) is answer


def test_equal_records_are_one_in_a_set() -> None:
    assert {owns("ana", "alfa"), owns("ana", "alfa")} == {owns("ana", "alfa")}
