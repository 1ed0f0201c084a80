import pytest

from register.screening import Decision, DecisionKind, ReasonMissingError, Standing, State, choices, standing
from tests.factories.screened import NINE, asked, decided, tender


def test_a_finding_without_a_decision_is_open() -> None:
    assert decided() == Standing(State.OPEN)
    assert not decided().answered


def test_a_decision_needs_a_reason() -> None:
    with pytest.raises(ReasonMissingError):
        standing([Decision(DecisionKind.DISMISS, "  ", "1", NINE)])


@pytest.mark.parametrize(
    ("kind", "state", "answered"),
    [
        (DecisionKind.ASK, State.ASKED, False),
        (DecisionKind.DISMISS, State.DISMISSED, True),
        (DecisionKind.RECUSE, State.RECUSED, True),
        (DecisionKind.CONFIRM, State.CONFIRMED_BY_ONE, False),
    ],
)
def test_one_decision_moves_a_finding(kind: DecisionKind, state: State, answered: bool) -> None:
    now = decided((kind, "1"))

    assert (now.state, now.answered) == (state, answered)


def test_two_different_officers_confirm() -> None:
    now = decided((DecisionKind.CONFIRM, "1"), (DecisionKind.CONFIRM, "2"))

    assert now.state is State.CONFIRMED
    assert now.seconded is not None
    assert (now.last and now.last.by, now.seconded.by) == ("1", "2")


def test_one_officer_twice_is_still_one() -> None:
    assert decided((DecisionKind.CONFIRM, "1"), (DecisionKind.CONFIRM, "1")).state is State.CONFIRMED_BY_ONE


def test_another_decision_between_takes_a_confirmation_back() -> None:
    now = decided((DecisionKind.CONFIRM, "1"), (DecisionKind.ASK, "1"), (DecisionKind.CONFIRM, "2"))

    assert now.state is State.CONFIRMED_BY_ONE


def test_only_an_official_can_be_recused() -> None:
    found, _ = asked(tender())
    by_code = {each.code: choices(each) for each in found}

    assert DecisionKind.RECUSE in by_code["owner-is-official"]
    assert DecisionKind.RECUSE not in by_code["shared-owner"]
