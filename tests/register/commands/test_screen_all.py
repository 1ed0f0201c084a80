"""`flask screen-all` tells how much it screened, leaves Parquet behind, and refuses in words."""

import json
from pathlib import Path

import duckdb
import pytest
from flask import Flask
from sqlalchemy.orm import Session

from register.bulk import spark
from tests.factories.desks import kept_in
from tests.factories.pictures import Hold
from tests.factories.tenders import keep_owners, keep_tender
from tests.factories.whole import contracts_file, owners_file, tender


def county(session: Session) -> None:
    """Ana is named in two declarations, and known to be one person."""
    keep_tender(session, bids={"roof": ("alfa", "beta", "gama")})
    keep_owners(session, ("Ana", "alfa", 60), ("Ana", "beta", 30), ("Ben", "gama", 80))


def run(app: Flask, folder: Path, *more: str) -> tuple[int, str]:
    owners_file(folder, [Hold("Ana", "alfa", 60), Hold("Ana", "beta", 55)])
    contracts_file(folder, [tender("roof", ("alfa", "beta", "nobody"), won="beta", worth="1000000.00")])
    given = [
        *("--owners", str(folder / "owners.jsonl")),
        *("--contracts", str(folder / "contracts.jsonl")),
        *("--out", str(folder / "findings"), "--at", "2026-03-09"),
    ]
    result = app.test_cli_runner().invoke(args=["screen-all", *given, *more])
    return result.exit_code, result.output


def test_the_figures_are_told_and_the_findings_lie_in_the_folder(app: Flask, tmp_path: Path) -> None:
    code, output = run(app, tmp_path, "--json", "--memory", "200MB")

    told = json.loads(output)
    assert (code, told["processes"], told["pairsWithCommonOwner"], told["biddersWithoutNumber"]) == (
        0,
        1,
        1,
        1,
    )
    assert sorted(each.name for each in (tmp_path / "findings").iterdir()) == [
        "buyers.parquet",
        "common_owners.parquet",
        "owners_who_won.parquet",
    ]


def test_without_files_the_register_itself_is_screened(app: Flask, tmp_path: Path) -> None:
    kept_in(app, county, check=False)
    out = tmp_path / "own"

    result = app.test_cli_runner().invoke(args=["screen-all", "--out", str(out), "--at", "2026-12-01"])

    assert result.exit_code == 0, result.output
    assert "Pairs of bidders with a common owner: 1." in result.output
    with duckdb.connect() as database:
        query = f"SELECT ocid, owner_name, first_low, second_low FROM '{out}/common_owners.parquet'"
        assert database.execute(query).fetchall() == [("ocds-story-roof", "Ana", 60, 30)]


def test_files_of_one_kind_alone_are_not_enough(app: Flask, tmp_path: Path) -> None:
    owners_file(tmp_path, [])

    result = app.test_cli_runner().invoke(args=["screen-all", "--owners", str(tmp_path / "owners.jsonl")])

    assert result.exit_code == 2
    assert "files of contracts" in result.output


def test_a_second_run_into_the_same_folder_is_refused(app: Flask, tmp_path: Path) -> None:
    run(app, tmp_path)

    code, output = run(app, tmp_path)

    assert code == 1
    assert "already; name a folder that does not exist." in output


def test_without_java_spark_says_what_to_install(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark, "java_found", lambda: False)

    code, output = run(app, tmp_path, "--engine", "spark")

    assert code == 1
    assert "Spark needs Java" in output
    assert "default-jre-headless" in output
