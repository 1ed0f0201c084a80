"""The life of a record: what each statement did, and for which days and knowledge it was the last word."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given

from bods.codelists import RecordStatus
from bods.history import History, Span, Step, StepKind, timeline
from bods.statements import Statement
from tests.bods.history.histories import ASKED_KNOWN, ASKED_ON, histories, last_instant, plain_answer
from tests.bods.often import tried
from tests.bods.stories import owns, shares, statement

UPDATED, CLOSED = RecordStatus.UPDATED, RecordStatus.CLOSED


def told(
    percent: int, day: str, published: str, status: RecordStatus = UPDATED, number: int = 1
) -> Statement:
    return statement("link", owns("ana", "alfa", shares(percent)), day, status=status, published=published, number=number)  # fmt: skip


START = told(60, "2024-01-01", "2024-01-03", RecordStatus.NEW)
RESTATED = told(60, "2024-02-01", "2024-02-03")
GROWN = told(80, "2024-03-01", "2024-03-05")
CORRECTION = told(65, "2024-01-01", "2024-04-01", number=2)
END = told(80, "2024-06-01", "2024-06-02", CLOSED)


def life(*said: Statement) -> tuple[Step, ...]:
    return timeline(said, "link")


def kinds(*said: Statement) -> list[StepKind]:
    return [step.kind for step in life(*said)]


def instant(month: int, day: int) -> datetime:
    return datetime(2024, month, day, tzinfo=UTC)


def test_a_life_is_told_in_its_order_whatever_the_order_of_the_file() -> None:
    steps = life(END, GROWN, START, RESTATED)

    assert [step.statement for step in steps] == [START, RESTATED, GROWN, END]
    assert [step.kind.value for step in steps] == ["new", "confirmed", "updated", "closed"]
    assert [[change.before for change in step.fields] for step in steps] == [[], [], [60], []]
    assert [step.follows for step in steps] == [None, START, RESTATED, GROWN]


def test_each_statement_stands_until_the_next() -> None:
    spans = [step.spans for step in life(START, GROWN)]

    assert spans == [
        (
            Span(date(2024, 1, 1), None, instant(1, 3), instant(3, 5)),
            Span(date(2024, 1, 1), date(2024, 3, 1), instant(3, 5), None),
        ),
        (Span(date(2024, 3, 1), None, instant(3, 5), None),),
    ]


def test_a_correction_stands_for_the_days_of_what_it_corrects() -> None:
    first, correction, grown = life(START, GROWN, CORRECTION)

    assert correction.kind is StepKind.CORRECTED
    assert correction.follows == START
    assert correction.spans == (Span(date(2024, 1, 1), date(2024, 3, 1), instant(4, 1), None),)
    assert first.spans[-1] == Span(date(2024, 1, 1), date(2024, 3, 1), instant(3, 5), instant(4, 1))
    assert grown.spans == (Span(date(2024, 3, 1), None, instant(3, 5), None),)


def test_a_redacted_text_takes_the_place_of_the_earlier_one() -> None:
    redacted = replace(START, record=owns("ana", "alfa"), publication=CORRECTION.publication, annotations=())

    earlier, later = life(START, redacted)

    assert (earlier.kind, later.kind) == (StepKind.NEW, StepKind.REDACTED)
    assert later.follows == START
    assert earlier.spans == (Span(date(2024, 1, 1), None, instant(1, 3), instant(4, 1)),)


def test_a_text_replaced_at_once_never_stood() -> None:
    (only,) = life(START, replace(START, record=owns("ana", "alfa")))

    assert (only.kind, only.statement.record) == (StepKind.NEW, owns("ana", "alfa"))


def test_when_a_redaction_moves_a_statement_to_an_earlier_day_what_it_hid_comes_to_light() -> None:
    moved = replace(GROWN, statement_date="2024-01-15", publication=CORRECTION.publication)

    steps = {step.statement.statement_date: step for step in life(START, RESTATED, GROWN, moved)}

    assert steps["2024-02-01"].spans[-1] == Span(date(2024, 2, 1), None, instant(4, 1), None)
    assert steps["2024-01-15"].spans == (Span(date(2024, 1, 15), date(2024, 2, 1), instant(4, 1), None),)


def test_a_redaction_of_one_statement_leaves_the_spans_of_others_whole() -> None:
    redacted = replace(GROWN, record=owns("ana", "alfa"), publication=CORRECTION.publication)

    steps = life(START, RESTATED, GROWN, redacted)

    assert steps[1].spans == (
        Span(date(2024, 2, 1), None, instant(2, 3), instant(3, 5)),
        Span(date(2024, 2, 1), date(2024, 3, 1), instant(3, 5), None),
    )


def test_a_text_that_was_replaced_is_followed_by_nothing() -> None:
    redacted = replace(GROWN, record=owns("ana", "alfa"), publication=CORRECTION.publication)

    end = life(START, GROWN, redacted, END)[-1]

    assert end.follows == redacted
    moved = replace(redacted, statement_date="2024-01-15")
    assert life(START, GROWN, moved, END)[-1].follows == moved


def test_what_goes_on_after_its_closing_is_open_again() -> None:
    assert kinds(START, END, told(80, "2024-07-01", "2024-07-02"))[-1] is StepKind.REOPENED


def test_a_closing_in_error_is_corrected() -> None:
    assert kinds(START, END, told(80, "2024-06-01", "2024-06-20", number=2))[-1] is StepKind.CORRECTED


def test_the_first_word_is_new_even_when_it_says_updated() -> None:
    assert kinds(RESTATED, GROWN) == [StepKind.NEW, StepKind.UPDATED]


def test_a_life_may_begin_with_its_closing() -> None:
    assert kinds(END) == [StepKind.CLOSED]


def test_a_closing_restated_only_confirms() -> None:
    assert kinds(START, END, told(80, "2024-08-01", "2024-08-01", CLOSED))[-1] is StepKind.CONFIRMED


def test_nobody_speaks_of_an_unknown_record() -> None:
    assert timeline([START], "other") == () == History([START]).timeline("other")


@tried()
@given(said=histories())
def test_exactly_the_statement_that_counts_has_a_span_over_each_day_and_moment(said: list[Statement]) -> None:
    history = History(said)
    steps = {record_id: history.timeline(record_id) for record_id in history.records()}

    for on in ASKED_ON:
        for known in ASKED_KNOWN:
            plain = plain_answer(said, on, known)
            for record_id, life_of in steps.items():
                counting = [
                    step.statement
                    for step in life_of
                    for span in step.spans
                    if span.covers(on, last_instant(known))
                ]
                expected = plain["open"].get(record_id) or plain["closed"].get(record_id)
                assert counting == ([] if expected is None else [expected])


@tried()
@given(said=histories())
def test_a_timeline_tells_of_every_statement_that_ever_stood(said: list[Statement]) -> None:
    history = History(said)

    for record_id in history.records():
        steps = history.timeline(record_id)
        assert steps == timeline(said, record_id)
        assert [step.statement for step in steps if not step.spans] == [
            step.statement for step in steps if not stands_somewhere(said, step.statement)
        ]


def stands_somewhere(said: list[Statement], statement: Statement) -> bool:
    moments = [*ASKED_KNOWN, *History(said).days().known]
    return any(
        statement in (*plain_answer(said, statement.day, known)["open"].values(), *plain_answer(said, statement.day, known)["closed"].values())
        for known in moments
    )  # fmt: skip
