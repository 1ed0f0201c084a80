from datetime import UTC, date, datetime, timedelta

import pytest

from register.flags import registry
from register.flags.flag import Finding, Unclear
from register.graph.picture import Official, Picture
from register.jurisdictions import load
from register.screening import (
    Decision,
    DecisionKind,
    Matrix,
    ReasonMissingError,
    Standing,
    State,
    choices,
    letter_of,
    matrix,
    standing,
    summary,
)
from tests.factories.pictures import picture

KENYA = load("kenya_makueni")
NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
WING = {"wing": ("emali", "kilungu", "wote", "athi", "nzaui", "thange", "mtito")}
STEPHEN = Official(
    "7",
    "Stephen Nzuki",
    "member",
    "Evaluation committee",
    date(2026, 2, 18),
    "letter",
    identity="id-Stephen Nzuki",
)


def decided(*told: tuple[DecisionKind, str]) -> Standing:
    return standing(
        Decision(kind, "visited the office", by, NINE + timedelta(hours=place))
        for place, (kind, by) in enumerate(told)
    )


def tender() -> Picture:
    return picture(
        ("Mwikali", "kaiti", 60),
        ("kaiti", "kilungu", 70),
        ("Mwikali", "wote", 55),
        ("athi", "nzaui", 51),
        ("Stephen Nzuki", "thange", 30),
        ("Faith", "emali", 100),
        bids=WING,
        undeclared=("mtito",),
        officials=(STEPHEN,),
    )


def asked(seen: Picture) -> tuple[list[Finding], list[Unclear]]:
    answers = [each for flag in registry() for each in flag.find(seen, KENYA)]
    return (
        [each for each in answers if isinstance(each, Finding)],
        [each for each in answers if isinstance(each, Unclear)],
    )


def cells(told: Matrix) -> dict[str, dict[str, tuple[str, str, bool]]]:
    return {
        row.name: {
            column.title: (str(cell.text), cell.kind, cell.joined)
            for column, cell in zip(told.columns, row.cells, strict=True)
            if cell
        }
        for cluster in told.clusters
        for row in cluster.rows
    }


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


def test_the_matrix_groups_bidders_by_cluster_and_ties_those_that_share_an_owner() -> None:
    seen = tender()
    found, unclear = asked(seen)

    told = matrix(seen, found, unclear, {}, KENYA)

    assert [[row.name for row in cluster.rows] for cluster in told.clusters] == [
        ["Kilungu Ltd", "Wote Ltd"],
        ["Athi Ltd", "Nzaui Ltd"],
        ["Thange Ltd"],
        ["Emali Ltd"],
        ["Mtito Ltd"],
    ]
    assert [cluster.letter for cluster in told.clusters] == ["A", "B", "C", "D", "E"]
    assert [(column.kind, column.title) for column in told.columns] == [
        ("person", "Mwikali"),
        ("company", "Athi Ltd"),
        ("officials", "Evaluation committee"),
    ]
    assert cells(told) == {
        "Kilungu Ltd": {"Mwikali": ("owns 42\u00a0%", "owns", True)},
        "Wote Ltd": {"Mwikali": ("owns 55\u00a0%", "owns", False)},
        "Athi Ltd": {"Athi Ltd": ("is the owner", "owns", True)},
        "Nzaui Ltd": {"Athi Ltd": ("51\u00a0% owned", "owns", False)},
        "Thange Ltd": {"Evaluation committee": ("owner on the list", "flag", False)},
        "Emali Ltd": {},
        "Mtito Ltd": {},
    }


def test_a_bidder_that_could_not_be_judged_says_why() -> None:
    seen = tender()
    found, unclear = asked(seen)

    told = matrix(seen, found, unclear, {}, KENYA)

    assert {each.reason for each in told.clusters[-1].rows[0].unclear} == {"%(bidder)s has no declaration."}


def test_a_dismissed_finding_stays_in_its_place_and_ties_nobody() -> None:
    seen = tender()
    found, unclear = asked(seen)
    dismissed = {each.fingerprint: decided((DecisionKind.DISMISS, "1")) for each in found}

    told = matrix(seen, found, unclear, dismissed, KENYA)

    assert cells(told)["Kilungu Ltd"] == {"Mwikali": ("dismissed", "off", False)}


def test_the_line_above_the_matrix_counts() -> None:
    seen = tender()
    found, unclear = asked(seen)

    told = summary(seen, found, unclear, {found[0].fingerprint: decided((DecisionKind.DISMISS, "1"))}, KENYA)

    assert (told.bidders, told.clusters, told.to_answer, told.unclear) == (7, 5, len(found) - 1, 1)


def test_letters_go_on_after_z() -> None:
    assert [letter_of(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
