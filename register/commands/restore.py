"""`flask restore FILE --identity KEY`: put a backup back, and erase again whoever was erased since."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.restore_backup import erase_again, restore_backup
from register.commands.backup import host_of
from register.exceptions import RegisterError
from register.extensions import db
from register.store.backups import making
from register.store.backups.faults import BackupError
from register.store.erasures import ErasureListDamagedError

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("restore")
@click.argument("file", type=EXISTING)
@click.option(
    "--identity", type=EXISTING, required=True, help="File with the secret key, of `flask backup-key`."
)
@click.option("--check", is_flag=True, help="Only say whether the backup is whole and fits this host.")
@click.option("--yes", is_flag=True, help="Yes, put it in the place of the register that is here.")
@with_appcontext
def command(file: Path, identity: Path, check: bool, yes: bool) -> None:
    """Put the backup FILE back. Stop the web server and the worker first."""
    host, now = host_of(current_app), datetime.now(UTC)
    had_list = host.erasures.exists()
    try:
        if check:
            with making.opened(host, file, identity, now) as backup:
                click.echo(f"The backup of {backup.manifest.made_at} is whole and fits this host.")
            return
        made_at = restore_backup(host, file, identity, now, replace=yes)
        erased = erase_again(db.session, host.erasures, made_at, now)
    except (BackupError, ErasureListDamagedError) as error:
        raise click.ClickException(_said(error)) from None
    db.session.commit()
    click.echo(f"The register is as it stood at {made_at:%Y-%m-%d %H:%M:%S} UTC.")
    click.echo(f"People erased since, and erased again: {erased}")
    if not had_list:
        click.echo(
            "There was no erasure list on this host. If anybody was erased after the backup was made, put your copy "
            f"of the list at {host.erasures} and run `flask keep-and-erase` before you open the register."
        )


def _said(error: RegisterError) -> str:
    return f"{str(error)[0].upper()}{str(error)[1:]}."
