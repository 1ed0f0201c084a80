"""`flask rebuild-owners`: work out anew who owns which company; readers see the old until the new is whole."""

import sys
from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext
from tqdm import tqdm

from register.actions.rebuild_owners import rebuild_owners
from register.extensions import db
from register.store import published_rules
from register.store.owner_generations import RebuildOvertakenError


@click.command("rebuild-owners")
@with_appcontext
def command() -> None:
    """Work out the owners of every declared company as known today: nightly, and when the rules changed."""
    law = published_rules.rules_at(db.session, current_app.extensions["jurisdiction"], _now())
    db.session.rollback()
    done = 0
    try:
        with tqdm(unit="company", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
            for companies in rebuild_owners(db.session, clock=_now, jurisdiction=law):
                db.session.commit()
                bar.update(companies)
                done += companies
    except RebuildOvertakenError as error:
        db.session.rollback()
        raise click.ClickException(str(error)) from error
    click.echo(f"The owners of {done} companies are worked out anew.")


def _now() -> datetime:
    return datetime.now(UTC)
