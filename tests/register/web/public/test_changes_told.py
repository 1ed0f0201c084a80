"""What each declaration changed, in words: what somebody holds now and held before, and nothing twice."""

from dataclasses import replace
from datetime import date

from bods.codelists import RecordStatus
from bods.records import Relationship
from bods.statements import Statement
from register.web.public.changes import Told, declarations, past_interests
from tests.factories.pictures import Hold, statements_of

SOLD, TOLD = date(2026, 2, 3), date(2026, 2, 20)
ANA = Hold("Ana", "alfa", 100)
LESS = replace(ANA, share=70, start=SOLD, declared=TOLD, status=RecordStatus.UPDATED)


def sold() -> list[Statement]:
    """Ana held all, and tells that she has sold a part; what she held until then stands in the same statement."""
    *parties, first, later = statements_of([ANA, LESS])
    assert isinstance(first.record, Relationship)
    assert isinstance(later.record, Relationship)
    until = replace(first.record.interests[0], end_date=SOLD)
    both = replace(later.record, interests=(*later.record.interests, until))
    return [*parties, first, replace(later, record=both, declaration="UM-later")]


def said(told: Told) -> list[str]:
    return [str(each) for each in told]


def test_a_part_that_was_sold_is_told_as_it_is_now_and_as_it_was() -> None:
    last, *_ = declarations(sold())

    (change,) = last.changes
    assert said(change.now) == ["70\u00a0% of the shares"]
    assert said(change.before) == ["100\u00a0% of the shares"]


def test_what_was_held_until_the_sale_stands_among_what_has_ended() -> None:
    (past,) = past_interests(sold(), TOLD)

    assert (said(past.what), past.since, past.until) == (["100\u00a0% of the shares"], ANA.start, SOLD)
