"""Changes told after they happened: nobody holds the old part and the new one on the days between."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bods.codelists import InterestType, RecordStatus
from bods.records import Interest, Relationship
from bods.statements import Statement
from register.graph.building import company_picture
from register.graph.picture import Picture
from register.graph.shares import Range
from tests.factories.pictures import CLOSE, Hold, identities_of, statements_of

SOLD = date(2026, 2, 3)
TOLD = CLOSE + timedelta(days=10)
ANA = Hold("Ana", "alfa", 100)
#: Told after the bids were opened: Ana sold thirty percent to Ben before that.
ANA_LATER = replace(ANA, share=70, start=SOLD, declared=TOLD, status=RecordStatus.UPDATED)
BEN = Hold("Ben", "alfa", 30, start=SOLD, declared=TOLD)


def on(day: date, *told: Statement) -> Picture:
    return company_picture("alfa", told, identities_of(told), day)


def shares_of(seen: Picture) -> dict[str, Range | None]:
    return {seen.name(each.holder): each.shares for each in seen.stakes}


def exactly(percent: int) -> Range:
    return Range(Decimal(percent), Decimal(percent))


def with_interests(statement: Statement, *interests: Interest) -> Statement:
    assert isinstance(statement.record, Relationship)
    return replace(statement, record=replace(statement.record, interests=interests))


def test_from_the_day_of_a_sale_that_was_told_later_the_rest_counts() -> None:
    told = statements_of([ANA, ANA_LATER, BEN])

    before, after = on(SOLD - timedelta(days=1), *told), on(SOLD, *told)

    assert shares_of(before) == {"Ana": exactly(100)}
    assert shares_of(after) == {"Ana": exactly(70), "Ben": exactly(30)}
    assert shares_of(on(TOLD, *told)) == {"Ana": exactly(70), "Ben": exactly(30)}


def test_a_sale_before_the_very_first_declaration_counts_on_the_days_between() -> None:
    # Declared as if she held all; corrected later by a change of an earlier day.
    told = statements_of([replace(ANA, declared=SOLD + timedelta(days=7)), ANA_LATER, BEN])

    seen = on(CLOSE, *told)

    assert shares_of(seen) == {"Ana": exactly(70), "Ben": exactly(30)}


def test_what_was_told_later_is_marked_and_proved_by_the_statement_that_told_it() -> None:
    told = statements_of([ANA, ANA_LATER, BEN])

    ana = next(each for each in on(CLOSE, *told).stakes if each.shares == exactly(70))

    assert (ana.late, ana.held_then, ana.declared_on, ana.since) == (True, True, TOLD, SOLD)
    assert ana.statement_id in {each.statement_id for each in told if each.day == TOLD}


def test_a_part_changed_without_a_day_of_its_own_counts_from_when_it_was_told() -> None:
    told = statements_of([ANA, replace(ANA_LATER, start=ANA.start)])

    assert shares_of(on(CLOSE, *told)) == {"Ana": exactly(100)}
    assert shares_of(on(TOLD, *told)) == {"Ana": exactly(70)}


def test_a_sale_of_a_later_day_leaves_the_day_before_it_alone() -> None:
    told = statements_of([ANA, replace(ANA_LATER, start=CLOSE + timedelta(days=1))])

    assert shares_of(on(CLOSE, *told)) == {"Ana": exactly(100)}


def test_a_second_change_does_not_hide_what_the_first_one_told() -> None:
    again = replace(ANA_LATER, share=20, start=TOLD, declared=TOLD + timedelta(days=9))
    told = statements_of([ANA, ANA_LATER, BEN, again])

    assert shares_of(on(CLOSE, *told)) == {"Ana": exactly(70), "Ben": exactly(30)}


def test_what_the_later_word_does_not_speak_of_stays_as_it_was() -> None:
    shares = Interest(InterestType.SHAREHOLDING, share=None, start_date=ANA.start)
    board = Interest(InterestType.APPOINTMENT_OF_BOARD)
    sold = Interest(InterestType.SHAREHOLDING, share=None, start_date=ANA.start, end_date=SOLD)
    voted = Interest(InterestType.VOTING_RIGHTS, start_date=SOLD)
    *parties, stood = statements_of([ANA])
    later = replace(stood, statement_id="later".ljust(32, "0"), statement_date=TOLD.isoformat())

    seen = on(CLOSE, *parties, with_interests(stood, shares, board), with_interests(later, sold, voted))

    (stake,) = seen.stakes
    assert stake.shares is None
    assert stake.votes is not None
    assert len(stake.controls) == 1
    assert stake.held_then is True
