"""The fast answers are the plain ones: filter, sort, and the last one wins."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as any_

from bods.history import History, Snapshot, records_at, snapshot, snapshot_of_texts
from bods.statements import Statement
from bods.writing import as_bytes
from tests.bods.history.histories import (
    ASKED_KNOWN,
    ASKED_ON,
    histories,
    known_from,
    last_instant,
    plain_answer,
)
from tests.bods.often import tried

days = any_.sampled_from(ASKED_ON)
moments = any_.sampled_from(ASKED_KNOWN)


def mappings(seen: Snapshot) -> dict[str, object]:
    return {"open": seen.open, "closed": seen.closed, "later": seen.later, "ended": seen.ended}


@tried()
@given(said=histories(), on=days, known=moments)
def test_a_snapshot_is_the_plain_answer(
    said: list[Statement], on: date, known: date | datetime | None
) -> None:
    assert mappings(snapshot(said, on, known)) == plain_answer(said, on, known)


@tried()
@given(said=histories())
def test_one_index_gives_the_plain_answer_to_every_question(said: list[Statement]) -> None:
    history = History(said)

    for on in ASKED_ON:
        for known in ASKED_KNOWN:
            assert mappings(history.at(on, known)) == plain_answer(said, on, known)


@tried()
@given(said=histories(), on=days, known=moments)
def test_published_texts_give_the_same_snapshot(
    said: list[Statement], on: date, known: date | datetime | None
) -> None:
    assert snapshot_of_texts(map(as_bytes, said), on, known) == snapshot(said, on, known)


@tried()
@given(said=histories(), on=days)
def test_to_know_all_is_to_know_what_will_be_known_in_the_end(said: list[Statement], on: date) -> None:
    assert snapshot(said, on) == replace(snapshot(said, on, date.max), known=None)


@tried()
@given(said=histories(), on=days, known=moments)
def test_what_is_published_later_never_changes_what_was_known(
    said: list[Statement], on: date, known: date | datetime | None
) -> None:
    known_then = [each for each in said if known_from(each) <= last_instant(known)]

    assert snapshot(said, on, known) == snapshot(known_then, on, known)


@tried()
@given(said=histories(), on=days, known=moments)
def test_what_is_spoken_of_later_never_closes_or_opens_a_record(
    said: list[Statement], on: date, known: date | datetime | None
) -> None:
    # A text that was replaced counts no more, whatever day it spoke of: so each statement has one text here.
    single = list({each.statement_id: each for each in said}.values())
    spoken_by_then = [each for each in single if each.day <= on]

    assert records_at(single, on, known) == records_at(spoken_by_then, on, known)


@tried()
@given(said=histories(), on=days, known=moments)
def test_each_record_is_open_closed_or_spoken_of_later_and_never_two_of_them(
    said: list[Statement], on: date, known: date | datetime | None
) -> None:
    seen = snapshot(said, on, known)

    placed = [*seen.open, *seen.closed, *seen.later]
    assert len(placed) == len(set(placed))
    assert set(placed) <= {each.record_id for each in said}


@tried()
@given(said=histories())
def test_between_two_turns_no_answer_changes(said: list[Statement]) -> None:
    history = History(said)
    turns = history.days()

    for on in ASKED_ON:
        for known in ASKED_KNOWN:
            turned = max((day for day in turns.spoken if day <= on), default=date.min)
            learnt = max((each for each in turns.known if each <= last_instant(known)), default=None)
            seen, same = history.at(on, known), history.at(turned, learnt or date.min)
            assert mappings(seen) == mappings(same)
            assert {key: seen.holds(key) for key in seen.open} == {key: same.holds(key) for key in same.open}


@tried()
@given(said=histories(), on=days, known=moments)
def test_an_open_interest_is_held_from_its_start_else_its_statement_to_its_end(
    said: list[Statement], on: date, known: date | datetime | None
) -> None:
    seen = snapshot(said, on, known)

    for record_id, relationship in seen.relationships():
        for holding, interest in zip(seen.holdings(record_id), relationship.interests, strict=True):
            start = interest.start_date or seen.open[record_id].day
            over = interest.end_date is not None and interest.end_date <= on
            assert holding.interest == interest
            assert holding.holds == (
                start <= on and not over and interest.type not in seen.ended.get(record_id, ())
            )
