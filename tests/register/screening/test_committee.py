"""Whoever sits on a committee declares first, steps aside with a conflict, and confirms once the bidders are known."""

from dataclasses import replace
from datetime import UTC, date, datetime

from register.screening.committee import (
    Committee,
    ConflictDeclared,
    Member,
    Seat,
    Stand,
    Step,
    stand,
    who_bids,
    withheld,
)
from register.screening.gate import NOBODY, AtGate, GateCheck, GateItem, gate
from tests.factories.screened import asked, tender

TODAY = date(2026, 3, 9)
AT = datetime(2026, 3, 9, 5, tzinfo=UTC)
MUTUA = Member(
    1, "ocds-1", Committee.EVALUATION, Seat.MEMBER, "Mutua Kilonzo", 7, date(2026, 3, 1), None, 2, AT
)


def said(member: Member, *, conflict: bool = False, step: Step = Step.BEFORE, bidders: str = "") -> Member:
    """The member declares once more."""
    number = len(member.declared) + 1
    made = ConflictDeclared(
        number, step, conflict, "I have no conflict.", "en", bidders, TODAY, False, member.id, AT
    )
    return replace(member, declared=(*member.declared, made))


def at_gate(*members: Member, needed: bool = False) -> GateCheck:
    """The committee's line before the award of the school roof."""
    found, unclear = asked(tender())
    seen = AtGate(tender(), True, True, found, unclear, {}, (), members, needed)
    return next(each for each in gate(seen) if each.item is GateItem.COMMITTEE)


def test_a_member_who_has_not_declared_sees_nothing_of_the_tender() -> None:
    assert withheld([MUTUA], TODAY) is Stand.WAITING
    assert withheld([said(MUTUA)], TODAY) is None


def test_a_member_with_a_conflict_is_kept_out_after_the_appointment_too() -> None:
    recused = replace(said(MUTUA, conflict=True), until=TODAY)

    assert withheld([recused], TODAY) is Stand.RECUSED
    assert withheld([replace(MUTUA, until=TODAY)], TODAY) is None


def test_a_conflict_on_one_committee_counts_for_the_other_seat_too() -> None:
    opening = replace(MUTUA, id=2, committee=Committee.OPENING)

    assert withheld([said(MUTUA), said(opening, conflict=True)], TODAY) is Stand.RECUSED


def test_the_last_declaration_counts_and_the_earlier_one_is_remembered() -> None:
    back = said(said(MUTUA, conflict=True))

    assert not back.recused
    assert back.had_conflict
    assert [each.conflict for each in back.declared] == [True, False]


def test_a_member_confirms_again_once_other_bidders_are_known() -> None:
    before = said(MUTUA)
    confirmed = said(before, step=Step.SEEN, bidders="alfa and beta")

    assert stand(before, "") is Stand.CLEAR
    assert stand(before, "alfa and beta") is Stand.TO_CONFIRM
    assert stand(confirmed, "alfa and beta") is Stand.CLEAR
    assert stand(confirmed, "alfa, beta and delta") is Stand.TO_CONFIRM


def test_who_bids_does_not_hang_on_the_order_of_bids() -> None:
    process = tender().process
    assert process is not None

    turned = replace(process, bids=tuple(reversed(process.bids)))

    assert who_bids(turned) == who_bids(process)
    assert who_bids(replace(process, bids=process.bids[1:])) != who_bids(process)
    assert who_bids(replace(process, bids=())) == ""


def test_a_committee_to_which_nobody_was_named_is_a_question_and_stops_nothing() -> None:
    line = at_gate()

    assert line.open == (NOBODY,)
    assert line.passed
    assert not line.done


def test_a_place_may_insist_that_a_committee_is_named() -> None:
    assert not at_gate(needed=True).passed


def test_each_member_who_may_not_decide_yet_holds_the_award_up() -> None:
    bidders = who_bids(process) if (process := tender().process) else ""
    clear = said(said(MUTUA), step=Step.SEEN, bidders=bidders)

    waits = at_gate(MUTUA, said(replace(MUTUA, id=2), conflict=True), said(replace(MUTUA, id=3)))

    assert waits.open == ("waiting:1", "recused:2", "to-confirm:3")
    assert not waits.passed
    assert at_gate(clear).done
