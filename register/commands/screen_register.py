"""`flask screen-register`: every pair of bidders with an owner in common, in all tenders at once."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.screen_register import screen_register
from register.extensions import db
from register.store import published_rules


@click.command("screen-register")
@with_appcontext
def command() -> None:
    """List, for officers, which bidders of one tender have an owner in common today."""
    now = datetime.now(UTC)
    jurisdiction = published_rules.rules_at(db.session, current_app.extensions["jurisdiction"], now)
    today = jurisdiction.day_of(now)
    found = screen_register(db.session, jurisdiction=jurisdiction, today=today)
    for pair in found:
        click.echo(
            f"{pair.ocid}: {pair.owner} owns {pair.first_share:.4g} % of {pair.first} "
            f"and {pair.second_share:.4g} % of {pair.second}"
        )
    click.echo(f"{len(found)} pairs of bidders have an owner in common, as declared for {today.isoformat()}.")
