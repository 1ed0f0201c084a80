"""Who may move a declaration from where to where, and with what words."""

import pytest

from register.declarations.life import (
    RULES,
    STANDING,
    WAITING,
    FourEyesError,
    Kind,
    Move,
    MoveNotAllowedError,
    Mover,
    ReasonMissingError,
    State,
    moved,
    moves_of,
    next_approval,
)

DECIDED = (State.ACCEPTED, State.PUBLISHED, State.REJECTED, State.WITHDRAWN)


def test_a_declaration_goes_from_draft_to_the_public_through_review() -> None:
    state = State.DRAFT
    for move, mover in (
        (Move.SUBMIT, Mover.SUPPLIER),
        (Move.TAKE, Mover.REGISTRAR),
        (Move.ASK, Mover.REGISTRAR),
        (Move.ANSWER, Mover.SUPPLIER),
        (Move.ACCEPT, Mover.REGISTRAR),
        (Move.PUBLISH, Mover.REGISTER),
    ):
        state = moved(state, move, mover, "words")

    assert state is State.PUBLISHED


@pytest.mark.parametrize("state", DECIDED)
def test_what_is_decided_is_moved_by_nobody_but_to_the_public(state: State) -> None:
    left = {move for mover in Mover for move in moves_of(state, mover)}

    assert left == ({Move.PUBLISH} if state is State.ACCEPTED else set())


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("mover", Mover)
def test_every_move_is_allowed_by_the_table_or_refused(state: State, move: Move, mover: Mover) -> None:
    allowed = move in moves_of(state, mover)

    if allowed:
        assert moved(state, move, mover, "words") in State
    else:
        with pytest.raises(MoveNotAllowedError) as refusal:
            moved(state, move, mover, "words")
        assert (refusal.value.state, refusal.value.move, refusal.value.mover) == (state, move, mover)


@pytest.mark.parametrize("move", [rule.move for rule in RULES if rule.needs_reason])
def test_questions_answers_and_rejections_need_words(move: Move) -> None:
    rule = next(each for each in RULES if each.move is move)

    with pytest.raises(ReasonMissingError):
        moved(rule.before[0], move, rule.movers[0], "  ")


def test_while_the_suppliers_clock_runs_nobody_rejects_or_accepts() -> None:
    registrar = moves_of(State.CLARIFICATION_ASKED, Mover.REGISTRAR)
    supplier = moves_of(State.CLARIFICATION_ASKED, Mover.SUPPLIER)

    assert registrar == ()
    assert supplier == (Move.ANSWER, Move.WITHDRAW)


def test_a_late_answer_still_counts_until_the_decision() -> None:
    lapsed = moved(State.CLARIFICATION_ASKED, Move.LAPSE, Mover.REGISTER)

    assert moved(lapsed, Move.ANSWER, Mover.SUPPLIER, "It is my sister.") is State.IN_REVIEW


def test_only_the_supplier_withdraws_and_only_before_the_decision() -> None:
    may = {(state, mover) for state in State for mover in Mover if Move.WITHDRAW in moves_of(state, mover)}

    assert may == {(state, Mover.SUPPLIER) for state in WAITING}


def test_no_state_is_both_undecided_and_standing() -> None:
    assert not set(WAITING) & set(STANDING)


def test_one_registrar_accepts_a_change_and_two_a_correction() -> None:
    assert next_approval(Kind.CHANGE, (), 1) is Move.ACCEPT
    assert next_approval(Kind.CORRECTION, (), 1) is Move.APPROVE
    assert next_approval(Kind.CORRECTION, (1,), 2) is Move.ACCEPT


def test_one_registrar_is_not_two_pairs_of_eyes() -> None:
    with pytest.raises(FourEyesError):
        next_approval(Kind.CORRECTION, (1,), 1)
