"""Who a bidder is, asked of the whole register: by its number, else as an officer decided, and by nothing else."""

from pathlib import Path

from register.bulk.duck import Duck
from tests.factories.bulk import Told, found, pairs, record, screened
from tests.factories.pictures import Hold

HOLDS = [Hold("Ana", "alfa", 60), Hold("Ana", "beta", 60), Hold("Ben", "gama", 60)]


def ask(folder: Path, *tenders: Told, holds: list[Hold] = HOLDS) -> set[tuple[object, ...]]:
    with Duck() as engine:
        screened(engine, folder / "out", holds, tenders)
    return pairs(folder / "out")


def test_bidders_that_write_that_there_is_no_number_are_not_one(tmp_path: Path) -> None:
    nowhere = {"delta": "N/A", "zeta": "n/a"}
    roof = Told("roof", ("alfa", "delta"), numbers=nowhere)
    well = Told("well", ("beta", "zeta"), numbers=nowhere)

    with Duck() as engine:
        told = screened(engine, tmp_path / "out", [*HOLDS, Hold("Ana", "eta", 60)], [roof, well])

    assert told.unnumbered == 2
    assert pairs(tmp_path / "out") == set()


def test_a_bidder_has_the_owners_of_the_company_that_an_officer_decided_it_to_be(tmp_path: Path) -> None:
    by_number = Told("roof", ("alfa", "stranger"), crosswalk={"stranger": record("beta")})
    by_name = Told("well", ("alfa", "nameless"), {"nameless": record("beta")}, {"nameless": "N/A"})

    asked = ask(tmp_path, by_number, by_name)

    assert asked == {found("roof", "Ana", "alfa", "beta"), found("well", "Ana", "alfa", "beta")}


def test_what_was_decided_of_another_bidder_is_no_link(tmp_path: Path) -> None:
    roof = Told("roof", ("alfa", "stranger"), crosswalk={"somebody": record("beta")})
    well = Told("well", ("alfa", "stranger"), crosswalk={"stranger": record("gama")})

    assert ask(tmp_path, roof, well) == set()


def test_the_number_of_a_declared_company_counts_before_what_was_decided(tmp_path: Path) -> None:
    roof = Told("roof", ("alfa", "gama"), crosswalk={"gama": record("beta")})
    well = Told("well", ("beta", "gama"))

    assert ask(tmp_path, roof, well) == set()


def test_two_bidders_decided_to_be_one_company_are_no_pair(tmp_path: Path) -> None:
    both = {"one": record("beta"), "other": record("beta")}

    assert ask(tmp_path, Told("roof", ("one", "other"), crosswalk=both)) == set()
