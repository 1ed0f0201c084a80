"""`flask send-reminders`: reminds suppliers before each deadline, and closes questions whose day is over. Daily."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.lapse_clarifications import lapse_clarifications
from register.actions.send_reminders import remind_to_confirm, send_reminders
from register.extensions import db
from register.store import published_rules


@click.command("send-reminders")
@with_appcontext
def command() -> None:
    """Leave the reminders whose day has come; done again the same day, it leaves none."""
    now = datetime.now(UTC)
    place = published_rules.rules_at(db.session, current_app.extensions["jurisdiction"], now)
    base_url = current_app.extensions["config"].base_url
    lapsed = lapse_clarifications(db.session, now=now, jurisdiction=place)
    left = send_reminders(db.session, now=now, jurisdiction=place, base_url=base_url)
    db.session.commit()
    last: int | None = 0
    while last is not None:
        last, more = remind_to_confirm(db.session, last, now=now, jurisdiction=place, base_url=base_url)
        db.session.commit()
        left += more
    click.echo(f"Reminders left: {left}. Questions whose day is over: {len(lapsed)}.")
