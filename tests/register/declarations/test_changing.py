"""A part that changed: it begins on the day of the change, and what it was until then stays told."""

from dataclasses import replace
from datetime import date

import pytest

from bods.codelists import InterestType
from bods.network import Network
from bods.records import Entity, Interest, Name, Person, Relationship
from bods.shares import Share
from register.declarations.changing import changed_on
from register.declarations.draft import SUBJECT, Draft, Holding, Term
from register.declarations.former import with_ended, with_former_parts
from tests.factories.declarations import ALFA

BOUGHT, SOLD, TOLD = date(2022, 5, 4), date(2025, 11, 3), date(2025, 12, 1)
ALL = Share.exactly(100)
REST = Share.exactly(70)
ALFA_RECORD = Entity(name="Alfa Builders Ltd")
ANA = Holding("ana", SUBJECT, shares=ALL, votes=ALL, since=BOUGHT)


def after(now: Holding, *before: Holding) -> Holding:
    (found,) = changed_on(Draft(ALFA, holdings=before or (ANA,)), Draft(ALFA, holdings=(now,)), SOLD).holdings
    return found


def test_a_part_that_changed_begins_on_the_day_of_the_change() -> None:
    assert after(replace(ANA, shares=REST, votes=REST)) == replace(ANA, shares=REST, votes=REST, since=SOLD)


def test_what_did_not_change_keeps_its_own_day() -> None:
    found = after(replace(ANA, shares=REST))

    assert (found.since, found.term(InterestType.SHAREHOLDING).since) == (BOUGHT, SOLD)
    assert found.term(InterestType.VOTING_RIGHTS).since == BOUGHT


def test_a_part_that_is_changed_twice_in_one_telling_begins_on_the_day_of_the_change() -> None:
    once = after(replace(ANA, shares=REST))

    assert after(replace(once, shares=Share.exactly(60)), once).term(InterestType.SHAREHOLDING).since == SOLD


@pytest.mark.parametrize(
    "now",
    [
        ANA,
        replace(ANA, shares=REST, votes=REST, since=TOLD),
        replace(ANA, shares=REST, votes=REST, since=None),
        replace(ANA, shares=None, votes=None, controls=(InterestType.APPOINTMENT_OF_BOARD,)),
        replace(ANA, holder="ben", shares=REST),
    ],
    ids=["nothing changed", "a day of its own", "no day known", "shares no more", "somebody new"],
)
def test_an_answer_that_says_when_or_says_nothing_new_stays_as_it_is(now: Holding) -> None:
    assert after(now) == now


def test_what_began_after_the_change_stays_as_it_is() -> None:
    late = replace(ANA, since=TOLD)

    assert after(replace(late, shares=REST), late) == replace(late, shares=REST)


def test_a_way_of_control_beside_the_part_keeps_its_day() -> None:
    board = replace(ANA, controls=(InterestType.APPOINTMENT_OF_BOARD,))

    found = after(replace(board, shares=REST, votes=REST), board)

    assert found.since == BOUGHT
    assert set(found.terms) == {
        Term(InterestType.SHAREHOLDING, since=SOLD),
        Term(InterestType.VOTING_RIGHTS, since=SOLD),
    }


def network(*interests: Interest) -> Network:
    held = Relationship(subject="alfa", interested_party="ana", interests=interests)
    return Network("alfa", {"alfa": ALFA_RECORD, "ana": Person(names=(Name("Ana"),)), "ana-alfa": held})


def told(seen: Network) -> tuple[Interest, ...]:
    record = seen.records["ana-alfa"]
    assert isinstance(record, Relationship)
    return record.interests


WHOLE = Interest(InterestType.SHAREHOLDING, share=ALL, start_date=BOUGHT)
LESS = replace(WHOLE, share=REST, start_date=SOLD)
UNTIL = replace(WHOLE, end_date=SOLD)


def test_what_was_held_until_the_change_is_told_beside_what_is_held_since() -> None:
    assert told(with_former_parts(network(WHOLE), network(LESS))) == (LESS, UNTIL)


@pytest.mark.parametrize(
    "now",
    [WHOLE, replace(WHOLE, share=REST), replace(WHOLE, start_date=SOLD), replace(LESS, end_date=TOLD)],
    ids=["the same", "another part of the same day", "another day of the same part", "ended"],
)
def test_nothing_is_left_behind_where_no_part_changed_on_a_day(now: Interest) -> None:
    assert told(with_former_parts(network(WHOLE), network(now))) == (now,)


def test_what_has_ended_stays_told_in_the_next_declaration() -> None:
    assert told(with_ended(network(LESS, UNTIL), network(LESS))) == (LESS, UNTIL)


def test_what_turns_out_not_to_have_ended_is_told_once() -> None:
    assert told(with_ended(network(LESS, UNTIL), network(WHOLE))) == (WHOLE,)
