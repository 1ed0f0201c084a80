"""`flask raise-flags`: ask the flags of some processes again, or of all and across them."""

import sys
from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext
from tqdm import tqdm

from register.actions.raise_flags import Outcome, raise_flags
from register.actions.raise_portfolio_flags import raise_portfolio_flags
from register.extensions import db
from register.store import contracts


@click.command("raise-flags")
@click.argument("ocids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every process the register knows, and across them.")
@click.option("--across", is_flag=True, help="Only the flags that look across tenders.")
@with_appcontext
def command(ocids: tuple[str, ...], everything: bool, across: bool) -> None:
    """Ask the flags of each OCID again; each is kept as soon as it is done, so a run may be broken off."""
    if [everything, across, bool(ocids)].count(True) != 1:
        raise click.UsageError("Name processes, or say --all.")
    failed = [] if across else _each(ocids, everything=everything)
    if everything or across:
        failed += _across()
    if failed:
        raise click.ClickException(
            f"These flags failed and are marked as not judged: {', '.join(sorted(failed))}."
        )


def _each(ocids: tuple[str, ...], *, everything: bool) -> list[str]:
    """Ask of each process, tell the figures, and give the codes of the flags that failed."""
    asked = contracts.ocids(db.session) if everything else ocids
    db.session.rollback()
    outcomes = [
        _ask(ocid) for ocid in tqdm(asked, unit="process", file=sys.stderr, disable=not sys.stderr.isatty())
    ]
    click.echo(
        f"{len(outcomes)} processes asked, {sum(each.found for each in outcomes)} findings, "
        f"{sum(len(each.difference.new) for each in outcomes)} of them new."
    )
    return sorted({code for each in outcomes for code in each.failed})


def _across() -> list[str]:
    """Ask across all tenders, tell the figures, and give the codes of the flags that failed."""
    law = current_app.extensions["jurisdiction"]
    outcome = raise_portfolio_flags(db.session, now=datetime.now(UTC), jurisdiction=law)
    db.session.commit()
    click.echo(
        f"{outcome.awards} awards asked across tenders, {outcome.found} findings, "
        f"{len(outcome.difference.new)} of them new."
    )
    return list(outcome.failed)


def _ask(ocid: str) -> Outcome:
    try:
        outcome = raise_flags(
            db.session, ocid, now=datetime.now(UTC), jurisdiction=current_app.extensions["jurisdiction"]
        )
    except contracts.ProcessUnknownError as error:
        raise click.ClickException(str(error)) from error
    db.session.commit()
    return outcome
