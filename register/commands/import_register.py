"""`flask import-register`: bring what another register publishes in as a third-party source."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from register.actions.import_register import Source, TakenIn, import_register
from register.elsewhere.other_file import OtherReading
from register.extensions import db

MOST_SHOWN = 200


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def take_in(session: Session, reading: OtherReading, source: Source, now: datetime) -> TakenIn:
    """Take in one file, each portion in a transaction of its own."""
    taken = TakenIn(0, 0, known=False)
    for taken in import_register(session, reading, source, now=now):  # noqa: B007 (the last one is the outcome)
        session.commit()
        session.expunge_all()
    return taken


@click.command("import-register")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--source", required=True, help="The other register's name.")
@click.option("--url", required=True, help="Where it publishes.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day up to which the files speak; today if not given.",
)
@with_appcontext
def command(files: tuple[Path, ...], source: str, url: str, as_of: datetime | None) -> None:
    """Import files of BODS, of any version, of another register.

    Its statements stay apart from what companies declare here and are never published here; officers see them behind
    a bidder, joined by identifier alone. A stopped import goes on where it was. Ends with 1 when there were faults.
    """
    now = datetime.now(UTC)
    today = now.astimezone(ZoneInfo(current_app.extensions["jurisdiction"].timezone)).date()
    faulty = False
    for path in files:
        reading = OtherReading(path.name, partial(_opened, path), today, as_of.date() if as_of else today)
        taken = take_in(db.session, reading, Source(source, url), now)
        if taken.known:
            click.echo(f"{path.name}: known, {taken.read} statements were imported before.")
            continue
        told = f"{len(reading.faults)} faults, {len(reading.losses)} changes by the upgrade to BODS 0.4"
        click.echo(f"{path.name}: {taken.read} statements read, {taken.new} new; {told}.")
        for fault in (*reading.faults, *reading.losses)[:MOST_SHOWN]:
            click.echo(f"  {path.name} {fault.place}: {fault.sentence}")
        faulty = faulty or bool(reading.faults)
    if faulty:
        raise SystemExit(1)
