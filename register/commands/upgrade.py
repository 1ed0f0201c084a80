"""`flask upgrade`: bring the database to the newest shape."""

import click
from flask import current_app
from flask.cli import with_appcontext

from register.store import schema


@click.command("upgrade")
@click.option("--to", default="head", help="A revision to stop at.")
@with_appcontext
def command(to: str) -> None:
    """Bring the database up to date; safe to run again."""
    engine = current_app.extensions["engine"]
    schema.upgrade(engine, to)
    click.echo(f"The database is at revision {schema.current(engine)}.")
