"""Who holds jointly with others counts with all that they hold together, and has no more of what is won for that."""

from pathlib import Path

import pytest

from register.bulk.duck import Duck
from tests.factories.bulk import Told, found, lines, pairs, screened
from tests.factories.pictures import JOINT, Hold

ROOF = Told("roof", ("alfa", "beta"), won="alfa", worth="1000000.00")
#: Ana and Ben hold 15 % of Alfa together.
TOGETHER = [Hold("Ana", JOINT, 40), Hold("Ben", JOINT, 60), Hold(JOINT, "alfa", 15)]


def ask(out: Path, *holds: Hold) -> set[tuple[object, ...]]:
    with Duck() as engine:
        screened(engine, out, holds, [ROOF])
    return pairs(out)


def test_a_joint_holder_reaches_the_threshold_with_what_all_hold_together(tmp_path: Path) -> None:
    asked = ask(tmp_path / "out", *TOGETHER, Hold("Ana", "beta", 30))

    assert asked == {found("roof", "Ana", "alfa", "beta")}
    (pair,) = lines(tmp_path / "out" / "common_owners.parquet", "first_low, second_low, certain")
    assert sorted((pair["first_low"], pair["second_low"])) == [pytest.approx(15), pytest.approx(30)]
    assert pair["certain"]


def test_through_a_company_of_the_same_two_there_is_no_link(tmp_path: Path) -> None:
    through_a_company = [Hold("Ana", "kaiti", 40), Hold("Ben", "kaiti", 60), Hold("kaiti", "alfa", 15)]

    assert ask(tmp_path / "out", *through_a_company, Hold("Ana", "beta", 30)) == set()


def test_what_is_held_together_must_itself_reach_the_threshold(tmp_path: Path) -> None:
    little = [Hold("Ana", JOINT, 40), Hold("Ben", JOINT, 60), Hold(JOINT, "alfa", 9)]

    assert ask(tmp_path / "out", *little, Hold("Ana", "beta", 30)) == set()


def test_of_what_is_won_a_joint_holder_has_the_own_part(tmp_path: Path) -> None:
    ask(tmp_path / "out", *TOGETHER)

    won = lines(
        tmp_path / "out" / "owners_who_won.parquet", "name, awards, CAST(won AS VARCHAR) AS won, part"
    )

    assert won == [
        {"name": "Alfa Ltd", "awards": 1, "won": "1000000.00", "part": pytest.approx(850_000)},
        {"name": "Ana", "awards": 1, "won": "1000000.00", "part": pytest.approx(60_000)},
        {"name": "Ben", "awards": 1, "won": "1000000.00", "part": pytest.approx(90_000)},
    ]
