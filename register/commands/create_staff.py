"""`flask create-staff EMAIL NAME --role ROLE`: an account for a member of staff, and a link to enrol with."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from register.access import STAFF, Role
from register.actions.create_staff import create_staff
from register.extensions import db
from register.store.accounts import EmailTakenError


@click.command("create-staff")
@click.argument("email")
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(sorted(role.value for role in STAFF)),
    required=True,
    help="What the person may do.",
)
@click.option("--language", default="en", help="Language of letters to the person.")
@with_appcontext
def command(email: str, name: str, role: str, language: str) -> None:
    """Make an account for NAME, who signs in as EMAIL."""
    try:
        invitation = create_staff(
            db.session, email, name, Role(role), by="clock", now=datetime.now(UTC), language=language
        )
    except EmailTakenError:
        raise click.ClickException("Somebody has an account with this address already.") from None
    db.session.commit()
    click.echo("Hand over this link yourself. It works once, for 72 hours, and is not shown again:")
    click.echo(invitation.address(current_app.extensions["config"].base_url))
