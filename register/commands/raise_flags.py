"""`flask raise-flags`: ask the flags of some processes again, or of all."""

import sys
from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext
from tqdm import tqdm

from register.actions.raise_flags import Outcome, raise_flags
from register.extensions import db
from register.store import contracts


@click.command("raise-flags")
@click.argument("ocids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every process the register knows.")
@with_appcontext
def command(ocids: tuple[str, ...], everything: bool) -> None:
    """Ask the flags of each OCID again; each is kept as soon as it is done, so a run may be broken off."""
    if everything == bool(ocids):
        raise click.UsageError("Name processes, or say --all.")
    asked = contracts.ocids(db.session) if everything else ocids
    db.session.rollback()
    outcomes = [
        _ask(ocid) for ocid in tqdm(asked, unit="process", file=sys.stderr, disable=not sys.stderr.isatty())
    ]
    click.echo(
        f"{len(outcomes)} processes asked, {sum(each.found for each in outcomes)} findings, "
        f"{sum(len(each.difference.new) for each in outcomes)} of them new."
    )
    failed = sorted({code for each in outcomes for code in each.failed})
    if failed:
        raise click.ClickException(f"These flags failed and are marked as not judged: {', '.join(failed)}.")


def _ask(ocid: str) -> Outcome:
    try:
        outcome = raise_flags(
            db.session, ocid, now=datetime.now(UTC), jurisdiction=current_app.extensions["jurisdiction"]
        )
    except contracts.ProcessUnknownError as error:
        raise click.ClickException(str(error)) from error
    db.session.commit()
    return outcome
