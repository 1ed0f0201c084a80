"""`flask screen-all`: this register, or whole countries from files, screened at once; findings as Parquet."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

import click
import orjson
from flask import current_app
from flask.cli import with_appcontext

from register.actions.screen_all import File, FindingsThereError, ScreenedAll, screen_all
from register.actions.screen_own import screen_own
from register.bulk.duck import Duck
from register.bulk.engine import Engine
from register.bulk.spark import Spark, SparkMissingError
from register.extensions import db

MOST_SHOWN = 50
FILES = click.Path(exists=True, dir_okay=False, path_type=Path)
PLACE = click.Path(path_type=Path)


@click.command("screen-all")
@click.option(
    "--owners", multiple=True, type=FILES, help="BODS of any version, gzipped or not; may be repeated."
)
@click.option(
    "--contracts", multiple=True, type=FILES, help="OCDS, as the OCP data registry has it; likewise."
)
@click.option(
    "--out", type=PLACE, help="A folder to be made for the findings; in the data folder when left out."
)
@click.option(
    "--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", help="DuckDB unless told otherwise."
)
@click.option(
    "--master", default="local[*]", help="Spark's cluster; all cores of this machine when left out."
)
@click.option("--shared", type=PLACE, help="A folder that all machines of the cluster see.")
@click.option("--memory", metavar="SIZE", help="The most that DuckDB may hold, as 4GB; more goes to disk.")
@click.option("--at", type=click.DateTime(["%Y-%m-%d"]), help="The day asked about; today when left out.")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@with_appcontext
def command(
    owners: tuple[Path, ...],
    contracts: tuple[Path, ...],
    out: Path | None,
    engine: str,
    master: str,
    shared: Path | None,
    memory: str | None,
    at: datetime | None,
    as_json: bool,
) -> None:
    """Find bidders with a common owner, what each owner won, and how concentrated each buyer's spending is.

    Of this register; or, with --owners and --contracts, of files. For officers: findings hold names. Ends with 1 when
    files had faults; what is sound is screened all the same.
    """
    if bool(owners) != bool(contracts):
        raise click.UsageError("Name files of owners and files of contracts, or neither for this register.")
    law, now = current_app.extensions["jurisdiction"], datetime.now(UTC)
    place = out or current_app.extensions["config"].data / f"screened-{now:%Y%m%d-%H%M%S}"
    day = at.date() if at else law.day_of(now)
    try:
        with _engine(engine, master, shared, memory) as asked:
            if owners:
                told = screen_all(
                    asked,
                    map(_file, owners),
                    map(_file, contracts),
                    out=place,
                    as_of=day,
                    jurisdiction=law,
                )
            else:
                told = screen_own(db.session, asked, out=place, as_of=day, jurisdiction=law)
    except (SparkMissingError, FindingsThereError) as error:
        raise click.ClickException(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    _tell(told, place, as_json=as_json)
    if told.faults:
        raise SystemExit(1)


def _engine(name: str, master: str, shared: Path | None, memory: str | None) -> Engine:
    return Spark(master=master, folder=shared) if name == "spark" else Duck(memory=memory, spill=shared)


def _file(path: Path) -> File:
    return File(path.name, cast("Callable[[], AbstractContextManager[BinaryIO]]", partial(path.open, "rb")))


def _tell(told: ScreenedAll, out: Path, *, as_json: bool) -> None:
    seen = told.screened
    assert seen is not None  # noqa: S101 - it was screened to its end
    figures = {
        "statements": told.statements,
        "processes": told.processes,
        "parties": seen.parties,
        "shares": seen.shares,
        "ownersOfAll": seen.closure,
        "pairsWithCommonOwner": seen.pairs,
        "ownersWhoWon": seen.owners_who_won,
        "buyers": seen.buyers,
        "biddersWithoutNumber": told.unnumbered,
        "faults": len(told.faults),
    }
    if as_json:
        click.echo(
            orjson.dumps(
                {**figures, "out": str(out), "faultsTold": told.faults[:MOST_SHOWN]},
                option=orjson.OPT_INDENT_2,
            ).decode()
        )
        return
    for name, figure in (
        ("Statements", told.statements),
        ("Processes", told.processes),
        ("Parties", seen.parties),
        ("Shares", seen.shares),
        ("Owners of companies through all chains", seen.closure),
        ("Pairs of bidders with a common owner", seen.pairs),
        ("Owners who won", seen.owners_who_won),
        ("Buyers", seen.buyers),
        ("Bids without an official number, of which nobody can say whose they are", told.unnumbered),
        ("Faults", len(told.faults)),
    ):
        click.echo(f"{name}: {figure:,}.")
    for fault in told.faults[:MOST_SHOWN]:
        click.echo(f"  {fault}")
    click.echo(f"The findings are in {out}.")
