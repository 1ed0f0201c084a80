"""Answers that contradict themselves, or the standard, are refused with what is wrong."""

import pytest

from bods.codelists import InterestType, UnspecifiedReason
from bods.structures import (
    Answer,
    Answers,
    Holding,
    IndirectHolding,
    JointHolding,
    Nomination,
    NotNamed,
    Part,
    Stake,
    Trust,
    member,
    network_of,
    no_owner,
    nominator,
    nominee,
    problems,
    settlor,
    shares,
)
from bods.structures.exceptions import (
    AnswersError,
    HoldsItselfError,
    InterestDoesNotFitError,
    NoPartInItError,
    NotABodyError,
    NotAPersonError,
    NotAtTheTopError,
    NotDescribedError,
    NothingToldError,
    OtherStructureError,
    ToldTwiceError,
)
from tests.bods.structures.cast import CAST, about_alfa

SETTLOR = Stake(InterestType.SETTLOR)


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ((Holding("zoe", (shares(1),)),), NotDescribedError),
        ((Holding("ana"), Holding("ana", (shares(1),))), ToldTwiceError),
        ((IndirectHolding("ana", (shares(1),)), IndirectHolding("ana", (shares(2),))), ToldTwiceError),
        ((no_owner("One word"), no_owner("Another")), ToldTwiceError),
        ((Trust("family", (settlor("ana"), settlor("ana"))),), ToldTwiceError),
        ((Trust("family", (settlor("ana"),)), Trust("family", (settlor("ben"),))), ToldTwiceError),
        ((Holding("ana", (shares(1),), held="ben"),), NotABodyError),
        ((no_owner(held="ben"),), NotABodyError),
        ((Holding("beta", (shares(1),), held="beta"),), HoldsItselfError),
        ((Holding("ana", (SETTLOR,), held="family"),), OtherStructureError),
        ((Holding("ana", (shares(1),), held="pair"),), OtherStructureError),
        ((Trust("beta", (settlor("ana"),)),), OtherStructureError),
        ((JointHolding("deal", (member("ana"),)),), OtherStructureError),
        ((Holding("ana", (SETTLOR,)),), InterestDoesNotFitError),
        ((IndirectHolding("ana", (Stake(InterestType.NOMINATOR),)),), InterestDoesNotFitError),
        ((Trust("family", (Part("ana", (shares(1),)),)),), InterestDoesNotFitError),
        ((Nomination("deal", (nominee("ana"), Part("ben", (SETTLOR,)))),), InterestDoesNotFitError),
        ((Holding("beta", (shares(1, beneficial=True),)),), NotAPersonError),
        ((Trust("family", ()),), NothingToldError),
        ((IndirectHolding("ana", ()),), NothingToldError),
        ((Holding("ana"), IndirectHolding("ana", (shares(1),))), NothingToldError),
    ],
)
def test_impossible_answers_are_refused(told: tuple[Answer, ...], error: type[AnswersError]) -> None:
    with pytest.raises(error):
        network_of(about_alfa(*told))


def test_who_is_described_must_have_a_part_in_it() -> None:
    answers = Answers("alfa", {"alfa": CAST["alfa"], "ana": CAST["ana"]})

    with pytest.raises(NoPartInItError) as caught:
        network_of(answers)

    assert caught.value.key == "ana"


def test_a_person_is_owned_by_nobody() -> None:
    with pytest.raises(NotABodyError):
        network_of(Answers("ana", {"ana": CAST["ana"]}))


def test_who_is_not_named_is_no_beneficial_owner() -> None:
    unnamed = NotNamed(UnspecifiedReason.UNKNOWN, stakes=(shares(30, beneficial=True),))

    with pytest.raises(NotAPersonError, match="nobody"):
        network_of(about_alfa(unnamed))


def test_who_holds_through_others_is_not_held_by_another_who_does() -> None:
    answers = about_alfa(
        Holding("beta", (shares(60),)),
        Holding("gamma", (shares(60),), held="beta"),
        IndirectHolding("gamma", (shares(36),)),
        Holding("ana", (shares(60),), held="gamma"),
        IndirectHolding("ana", (shares(21, beneficial=True),)),
    )

    with pytest.raises(NotAtTheTopError) as caught:
        network_of(answers)

    assert caught.value.holder == "gamma"


def test_everything_that_is_wrong_is_told_at_once() -> None:
    answers = about_alfa(
        Holding("beta", (shares(1, beneficial=True), SETTLOR)), Holding("ana", (shares(1),), held="ben")
    )

    assert {type(problem) for problem in problems(answers)} == {
        NotAPersonError,
        InterestDoesNotFitError,
        NotABodyError,
    }


def test_answers_without_problems_have_none() -> None:
    assert problems(about_alfa(Holding("ana", (shares(60, beneficial=True),)))) == ()


def test_nominees_and_nominators_are_told_apart() -> None:
    told = about_alfa(Nomination("deal", (nominee("ana"), nominator("ana"))))

    with pytest.raises(ToldTwiceError):
        network_of(told)
