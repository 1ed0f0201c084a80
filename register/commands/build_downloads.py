"""`flask build-downloads`: everything published as files in every form, for the data page."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.build_downloads import build_downloads
from register.extensions import db
from register.store import published_rules
from register.store.published_files import BuildingElsewhereError


@click.command("build-downloads")
@click.option(
    "--again", is_flag=True, help="Make them even if nothing new was published, and keep no older ones."
)
@with_appcontext
def command(again: bool) -> None:
    """Make the files to take away, with guide and checksums, if something was published since the last time."""
    build_once(again=again)


def build_once(*, again: bool = False) -> None:
    """Make the files if there is anything new; says what was done."""
    config, now = current_app.extensions["config"], datetime.now(UTC)
    place = published_rules.rules_at(db.session, current_app.extensions["jurisdiction"], now)
    try:
        built = build_downloads(
            db.session,
            current_app.extensions["sessions"],
            jurisdiction=place,
            data=config.data,
            base_url=config.base_url,
            now=now,
            again=again,
        )
    except BuildingElsewhereError as error:
        raise click.ClickException(f"{error}.") from None
    if built.edition is None:
        click.echo("Nothing is published yet; there is nothing to make files of.")
    elif not built.is_new:
        click.echo(
            f"Nothing new is published since record {built.edition.sequence}; the files stay as they are."
        )
    else:
        files = built.edition.publication.files
        whole = sum(each.octets for each in files)
        click.echo(
            f"{len(files)} files up to record {built.edition.sequence}, {whole:,} bytes together, "
            f"in {built.edition.publication.folder}"
        )
