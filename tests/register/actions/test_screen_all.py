"""Files of owners and of contracts become findings, all at once."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from bods.codelists import RecordStatus
from register.actions.screen_all import FindingsThereError, ScreenedAll, screen_all
from register.bulk.duck import Duck
from register.jurisdictions import load
from tests.factories.pictures import DECLARED, Hold
from tests.factories.whole import Bought, contracts_file, owners_file, tender

LAW = load("kenya_makueni")
DAY = date(2026, 3, 9)
ROOF = tender("roof", ("alfa", "beta", "gama"), won="beta", worth="1000000.00")


def screened(folder: Path, holds: list[Hold], *tenders: Bought, name: str = "out") -> ScreenedAll:
    with Duck() as engine:
        return screen_all(
            engine,
            [owners_file(folder, holds)],
            [contracts_file(folder, tenders)],
            out=folder / name,
            as_of=DAY,
            jurisdiction=LAW,
        )


def told(folder: Path, what: str, columns: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as database:
        return database.execute(f"SELECT {columns} FROM '{folder}/out/{what}.parquet'").fetchall()


def pairs(folder: Path) -> list[tuple[object, ...]]:
    return told(folder, "common_owners", "owner_name, first_name, second_name, certain")


def test_an_owner_of_two_bidders_through_a_chain_is_found_with_shares_in_percent(tmp_path: Path) -> None:
    screened(tmp_path, [Hold("Ana", "alfa", 60), Hold("Ana", "kaiti", 80), Hold("kaiti", "beta", 70)], ROOF)

    (pair,) = told(tmp_path, "common_owners", "ocid, owner_kind, owner_name, first_low, second_low, certain")

    assert pair == ("ocds-story-roof", "person", "Ana", pytest.approx(60), pytest.approx(56), True)


def test_what_may_be_an_owner_is_told_apart_from_who_surely_is(tmp_path: Path) -> None:
    screened(tmp_path, [Hold("Ana", "alfa", 60), Hold("Ana", "beta", (0, 25))], ROOF)

    assert pairs(tmp_path) == [("Ana", "Alfa Ltd", "Beta Ltd", False)]


def test_small_shares_sold_shares_and_later_news_are_no_link(tmp_path: Path) -> None:
    sold = Hold("Ben", "beta", 90, end=date(2026, 2, 1))
    later = Hold("Cid", "beta", 90, start=date(2026, 4, 2), declared=date(2026, 4, 2))
    holds = [Hold(who, "alfa", 20) for who in ("Ana", "Ben", "Cid")]

    screened(tmp_path, [*holds, Hold("Ana", "beta", 9), sold, later], ROOF)

    assert pairs(tmp_path) == []


def test_the_last_statement_of_a_record_counts(tmp_path: Path) -> None:
    before = Hold("Ana", "beta", 90, declared=DECLARED.replace(year=2025))
    holds = [Hold("Ana", "alfa", 60), before, Hold("Ana", "beta", 2, status=RecordStatus.UPDATED)]

    screened(tmp_path, holds, ROOF)

    assert pairs(tmp_path) == []


def test_a_stake_through_others_counts_once_when_its_chain_is_told(tmp_path: Path) -> None:
    chain = [Hold("Ana", "kaiti", 50), Hold("kaiti", "alfa", 60)]
    claimed = [Hold("Ana", "alfa", 30, indirect=True), Hold("Ana", "beta", 40, indirect=True)]

    screened(tmp_path, [*chain, *claimed], ROOF)

    ((alfa, beta),) = told(tmp_path, "common_owners", "first_low, second_low")
    assert (alfa, beta) == (pytest.approx(30), pytest.approx(40))


def test_who_bid_together_and_who_has_no_number_are_no_finding(tmp_path: Path) -> None:
    together = tender("road", ("alfa+beta", "gama", "nobody"))

    done = screened(tmp_path, [Hold("Ana", "alfa", 60), Hold("Ana", "beta", 60)], together)

    assert pairs(tmp_path) == []
    assert done.screened is not None
    assert (done.screened.pairs, done.unnumbered) == (0, 1)


def test_what_was_won_is_told_per_owner_and_how_much_of_it_is_whose_per_buyer(tmp_path: Path) -> None:
    well = tender("well", ("gama",), won="gama", worth="3000000.00")

    screened(tmp_path, [Hold("Ana", "beta", 75), Hold("Ana", "gama", 100)], ROOF, well)

    won = told(
        tmp_path, "owners_who_won", "name, kind, currency, awards, suppliers, CAST(won AS VARCHAR), part"
    )
    assert won == [
        ("Ana", "person", "KES", 2, 2, "4000000.00", pytest.approx(3_750_000)),
        ("Beta Ltd", "body", "KES", 1, 1, "1000000.00", pytest.approx(250_000)),
    ]
    ((buyer, by_owner, by_supplier),) = told(tmp_path, "buyers", "buyer, by_owner, by_supplier")
    assert buyer == "County works"
    assert by_owner == pytest.approx(10_000 * (0.9375**2 + 0.0625**2))
    assert by_supplier == pytest.approx(10_000 * (0.75**2 + 0.25**2))


def test_a_process_told_twice_counts_as_it_was_told_last(tmp_path: Path) -> None:
    again = tender("roof", ("alfa", "gama"))

    screened(
        tmp_path, [Hold("Ana", "alfa", 60), Hold("Ana", "beta", 60)], ROOF, tender("x", ("delta",)), again
    )

    assert pairs(tmp_path) == []


def test_a_fault_is_told_and_the_rest_is_screened(tmp_path: Path) -> None:
    broken = Bought('{"ocid": 7}')

    done = screened(tmp_path, [Hold("Ana", "alfa", 60), Hold("Ana", "beta", 60)], broken, ROOF)

    assert done.faults
    assert len(pairs(tmp_path)) == 1


def test_findings_of_before_are_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    with pytest.raises(FindingsThereError):
        screened(tmp_path, [Hold("Ana", "alfa", 60)], ROOF)

    assert list((tmp_path / "out").iterdir()) == []


def test_nothing_told_is_nothing_found(tmp_path: Path) -> None:
    done = screened(tmp_path, [])

    assert done.screened is not None
    assert (done.statements, done.processes, done.screened.pairs) == (0, 0, 0)
