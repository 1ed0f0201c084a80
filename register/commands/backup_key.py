"""`flask backup-key FILE`: the pair of keys to seal backups with; the secret half goes to FILE, and off this host."""

import os
from pathlib import Path

import click

from register.store.backups.archive import new_identity


@click.command("backup-key")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Write a new secret key to FILE and show its public half."""
    secret, public = new_identity()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.ClickException(f"{file} is there already; a key is never overwritten.") from None
    with os.fdopen(descriptor, "w") as out:
        out.write(f"# public key: {public}\n{secret}\n")
    click.echo(f"UMILIKI_BACKUP_RECIPIENT={public}")
    click.echo(
        f"Keep {file} in two safe places and take it off this host: without it no backup can be opened."
    )
