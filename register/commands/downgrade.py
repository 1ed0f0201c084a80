"""`flask downgrade REVISION`: take the database back, and say what is lost."""

import click
from flask import current_app
from flask.cli import with_appcontext

from register.store import schema


@click.command("downgrade")
@click.argument("revision")
@click.option("--yes", is_flag=True, help="Yes, drop what the newer tables hold.")
@with_appcontext
def command(revision: str, yes: bool) -> None:
    """Take the database back to REVISION ("base" for the beginning)."""
    if not yes:
        raise click.UsageError(
            "This drops the newer tables with all they hold. Make a backup, then add --yes."
        )
    engine = current_app.extensions["engine"]
    schema.downgrade(engine, revision)
    click.echo(f"The database is at revision {schema.current(engine) or 'base'}.")
