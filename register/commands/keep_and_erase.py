"""`flask keep-and-erase`: erases what was kept long enough, and whoever the erasure list says is erased."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.keep_and_erase import keep_and_erase
from register.extensions import db
from register.store import erasures, evidence
from register.store.keeping import KINDS


@click.command("keep-and-erase")
@click.option("--dry-run", is_flag=True, help="Only say how much would be erased.")
@with_appcontext
def command(dry_run: bool) -> None:
    """Erase private data that was kept as long as the place's file says. Run it daily."""
    config, jurisdiction = current_app.extensions["config"], current_app.extensions["jurisdiction"]
    now = datetime.now(UTC)
    for kind in KINDS:
        erased = keep_and_erase(db.session, kind, jurisdiction.retention, now=now, dry_run=dry_run)
        db.session.commit()
        click.echo(f"{erased.number:>8,}  {kind.name}, kept {erased.days} days")
    try:
        again = erasures.replay(db.session, config.erasures, now)
    except erasures.ErasureListDamagedError as error:
        raise click.ClickException(f"{error}.") from None
    if dry_run:
        db.session.rollback()
        click.echo(f"{again:>8,}  people on the erasure list and not erased here")
        click.echo("Nothing was erased: this was a dry run.")
        return
    db.session.commit()
    click.echo(f"{again:>8,}  people on the erasure list and not erased here")
    click.echo(
        f"{evidence.sweep(db.session, config.data, now):>8,}  files of papers nobody can open any more"
    )
    db.session.rollback()
