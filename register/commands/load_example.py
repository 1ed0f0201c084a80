"""`flask load-example`: fill an empty register with the invented county."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.load_example import load_example
from register.example.county import county
from register.extensions import db
from register.gateways.viruses import scanner


@click.command("load-example")
@with_appcontext
def command() -> None:
    """Load the invented county into an empty register; one that holds companies is left as it is."""
    load_once()


def load_once() -> None:
    """Load the county whole or not at all; says what was done."""
    if not current_app.extensions["config"].demo:
        raise click.UsageError("The invented county belongs in a demo alone: set UMILIKI_DEMO=yes.")
    jurisdiction, config = current_app.extensions["jurisdiction"], current_app.extensions["config"]
    now = datetime.now(UTC)
    made = county(now.astimezone(ZoneInfo(jurisdiction.timezone)).date())
    click.echo("Making the example county (once) ...")
    loaded = load_example(
        db.session, made, data=config.data, scanner=scanner(config), jurisdiction=jurisdiction, now=now
    )
    db.session.commit()
    if loaded is None:
        click.echo("The register already holds companies; nothing was changed.")
        return
    click.echo(
        f"{loaded.suppliers} suppliers, {loaded.statements} statements published, {loaded.tenders} tenders, "
        f"{loaded.findings} findings, {loaded.waiting} declarations for the registrars."
    )
