"""`flask propose-same`: look through the register for people and companies that look like one; meant for every night."""

from datetime import UTC, datetime

import click
from flask.cli import with_appcontext

from register.actions.propose_same import propose_same
from register.extensions import db


@click.command("propose-same")
@with_appcontext
def command() -> None:
    """Leave each pair of records that look like one as a question for a registrar. Nothing is joined."""
    found = propose_same(db.session, now=datetime.now(UTC))
    db.session.commit()
    click.echo(f"Pairs that look alike: {found.people} of people, {found.companies} of companies.")
