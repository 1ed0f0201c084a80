"""`flask backup FILE`: the database as it stands now and all papers, in one file that only its owner's key opens."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from register.store.backups import making
from register.store.backups.archive import checksum_file
from register.store.backups.faults import BackupError
from register.store.backups.making import Host


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_appcontext
def command(file: Path) -> None:
    """Write a backup to FILE while the register goes on working. The register's keys are not in it."""
    recipients = current_app.extensions["config"].backup_recipient
    try:
        checksum = making.make(host_of(current_app), file, recipients, datetime.now(UTC))
    except BackupError as error:
        raise click.ClickException(f"{str(error)[0].upper()}{str(error)[1:]}.") from None
    click.echo(f"{file}: {file.stat().st_size:,} bytes, SHA-256 {checksum}")
    click.echo(f"Check it on any host with: sha256sum -c {checksum_file(file).name}")


def host_of(app: Flask) -> Host:
    """What a backup of this register is of."""
    config = app.extensions["config"]
    return Host(app.extensions["engine"], app.extensions["vault"], config.data, config.erasures)
