"""What is different between two days, or between what was known then and what is known now."""

from dataclasses import replace
from datetime import date, datetime
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as any_

from bods.codelists import RecordStatus
from bods.history import Cause, Difference, History, Snapshot, Way, differences, snapshot
from bods.statements import Statement
from bods.writing import as_json
from tests.bods.history.histories import ASKED_KNOWN, ASKED_ON, histories
from tests.bods.history.patching import patched
from tests.bods.meaning import meaning
from tests.bods.often import tried
from tests.bods.stories import ALFA, ANA, owns, shares, statement

UPDATED, CLOSED = RecordStatus.UPDATED, RecordStatus.CLOSED
COMPANY = statement("alfa", ALFA, published="2024-01-02")
START = statement("link", owns("ana", "alfa", shares(60)), published="2024-01-02")
GROWN = statement(
    "link", owns("ana", "alfa", shares(80)), "2024-03-01", status=UPDATED, published="2024-03-05"
)
CONFIRMED = statement(
    "link", owns("ana", "alfa", shares(60)), "2024-02-01", status=UPDATED, published="2024-02-05"
)
CORRECTION = statement(
    "link", owns("ana", "alfa", shares(65)), status=UPDATED, published="2024-02-20", number=2
)
END = statement("link", owns("ana", "alfa", shares(60)), "2024-06-01", status=CLOSED, published="2024-06-02")
JANUARY, FEBRUARY, JUNE = date(2024, 1, 31), date(2024, 2, 15), date(2024, 6, 1)


def only(found: tuple[Difference, ...]) -> Difference:
    (difference,) = found
    return difference


def test_a_later_statement_date_is_a_change_of_the_world() -> None:
    found = only(History([COMPANY, START, GROWN]).between(JANUARY, JUNE))

    assert (found.record_id, found.way, found.cause, found.correction) == (
        "link", Way.CHANGED, Cause.WORLD, False,
    )  # fmt: skip
    assert [(change.before, change.after) for change in found.fields] == [(60, 80)]
    assert (found.before, found.after) == (START, GROWN)


def test_a_correction_is_a_change_of_what_we_know() -> None:
    history = History([COMPANY, START, CORRECTION])

    found = only(history.between(JANUARY, JANUARY, known_before=JANUARY))

    assert (found.way, found.cause, found.correction) == (Way.CHANGED, Cause.KNOWLEDGE, True)
    assert (found.before, found.after) == (START, CORRECTION)


def test_a_statement_without_a_change_only_confirms() -> None:
    found = only(History([COMPANY, START, CONFIRMED]).between(JANUARY, FEBRUARY))

    assert (found.way, found.cause, found.fields) == (Way.CONFIRMED, Cause.WORLD, ())


def test_records_come_and_leave() -> None:
    history = History([COMPANY, statement("ana", ANA, "2024-02-01"), START, END])

    came, left = differences(history.at(JANUARY), history.at(JUNE))[::-1]

    assert (came.record_id, came.way, came.cause, came.before) == ("ana", Way.CAME, Cause.WORLD, None)
    assert (left.record_id, left.way, left.cause, left.after) == ("link", Way.LEFT, Cause.WORLD, END)


def test_what_was_declared_late_is_learnt_about_a_day_already_past() -> None:
    history = History([COMPANY, replace(START, record_id="late", statement_id="l" * 32), GROWN])

    learnt = history.between(JUNE, JUNE, known_before=date(2024, 1, 1), known_after=JUNE)

    assert {each.cause for each in learnt} == {Cause.KNOWLEDGE}
    assert {each.way for each in learnt} == {Way.CAME}


def test_an_interest_that_ends_while_nothing_is_stated_is_a_change_of_the_world() -> None:
    ending = statement("link", owns("ana", "alfa", shares(60, end_date=date(2024, 2, 10))))

    found = only(History([ending]).between(JANUARY, FEBRUARY))

    assert (found.way, found.cause, found.fields) == (Way.CHANGED, Cause.WORLD, ())
    assert (found.held_before, found.held_after) == ((True,), (False,))


def test_a_text_replaced_under_its_identifier_is_learnt() -> None:
    redacted = replace(START, record=owns("ana", "alfa"), publication=CORRECTION.publication)
    history = History([COMPANY, START, redacted])

    found = only(history.between(JUNE, JUNE, known_before=JANUARY))

    assert (found.way, found.cause, found.after) == (Way.CHANGED, Cause.KNOWLEDGE, redacted)


def test_looking_back_differs_by_the_world_too() -> None:
    history = History([COMPANY, START, GROWN, END])

    assert only(history.between(date(2024, 4, 1), JANUARY)).cause is Cause.WORLD
    assert only(history.between(JUNE, JANUARY)).cause is Cause.WORLD


def test_two_equal_snapshots_do_not_differ() -> None:
    seen = snapshot([COMPANY, START], JUNE)

    assert differences(seen, seen) == ()


When: TypeAlias = tuple[date, date | datetime | None]
whens = any_.tuples(any_.sampled_from(ASKED_ON), any_.sampled_from(ASKED_KNOWN))


@tried()
@given(said=histories(), before=whens, after=whens)
def test_differences_carried_out_on_one_snapshot_give_the_other(
    said: list[Statement], before: When, after: When
) -> None:
    history = History(said)
    one, other = history.at(*before), history.at(*after)

    reached, held = carried_out(one, differences(one, other))

    assert reached == dict(other.open)
    assert held == held_in(other)


def held_in(seen: Snapshot) -> dict[str, tuple[bool | None, ...]]:
    return {key: tuple(each.holds for each in seen.holdings(key)) for key in seen.open}


def carried_out(
    seen: Snapshot, found: tuple[Difference, ...]
) -> tuple[dict[str, Statement], dict[str, tuple[bool | None, ...]]]:
    """Apply differences to what was open and what was held, checking that each starts from what is there."""
    opened, held = dict(seen.open), held_in(seen)
    for each in found:
        if each.way is Way.CAME:
            assert each.record_id not in opened
            assert each.after is not None
            opened[each.record_id], held[each.record_id] = each.after, each.held_after
            continue
        assert opened.pop(each.record_id) == each.before
        assert held.pop(each.record_id) == each.held_before
        if each.way is not Way.LEFT:
            assert each.before is not None
            assert each.after is not None
            assert meaning(patched(as_json(each.before), each.fields)["recordDetails"]) == meaning(
                as_json(each.after)["recordDetails"]
            )
            opened[each.record_id], held[each.record_id] = each.after, each.held_after
    return opened, held


@tried()
@given(said=histories(), when=whens, day=any_.sampled_from(ASKED_ON))
def test_what_was_known_at_one_moment_differs_by_the_world_alone(
    said: list[Statement], when: When, day: date
) -> None:
    history = History(said)

    found = differences(history.at(*when), history.at(day, when[1]))

    assert {each.cause for each in found} <= {Cause.WORLD}


@tried()
@given(said=histories(), when=whens, known=any_.sampled_from(ASKED_KNOWN))
def test_one_day_known_at_two_moments_differs_by_knowledge_alone(
    said: list[Statement], when: When, known: date | datetime | None
) -> None:
    history = History(said)

    found = differences(history.at(*when), history.at(when[0], known))

    assert {each.cause for each in found} <= {Cause.KNOWLEDGE}
