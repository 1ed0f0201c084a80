"""`flask rotate-key`: a new key for what is sealed, and everything sealed anew with it; cut off, it goes on where it was."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from register.store import audit, rotation
from register.store.engine import session_factory
from register.store.vault import begin_rotation, forget_before, open_vault


@click.command("rotate-key")
@click.option(
    "--forget-old",
    is_flag=True,
    help="Throw the older keys away afterwards. Backups made with them can then be restored only with their key file.",
)
@with_appcontext
def command(forget_old: bool) -> None:
    """Change the register's sealing key. Stop the web server and the worker first, and start them afterwards."""
    config, engine = current_app.extensions["config"], current_app.extensions["engine"]
    sessions, done = change_key(engine, config.keys)
    click.echo(f"{done:,} values are sealed with the new key.")
    if forget_old:
        _forget(sessions, config.keys)
    click.echo(f"Copy {config.keys} to your safe place again, apart from the database and its backups.")


def change_key(engine: Engine, keys: Path) -> tuple[sessionmaker[Session], int]:
    """Seal everything with a new key, or go on with a change that was cut off; give how many values were sealed."""
    vault = open_vault(keys)
    if not (vault.before and _waiting(session_factory(engine, vault))):
        vault = begin_rotation(keys)
    sessions = session_factory(engine, vault)
    return sessions, _seal_anew(sessions)


def _waiting(sessions: sessionmaker[Session]) -> int:
    with sessions() as session:
        return rotation.waiting(session)


def _seal_anew(sessions: sessionmaker[Session]) -> int:
    done = 0
    with sessions() as session:
        found = tuple(rotation.portions(session))
    for sealed, keys in found:
        with sessions() as session:
            done += rotation.seal_anew(session, sealed, keys)
            session.commit()
    with sessions() as session:
        audit.record(
            session, actor="clock", action="sealing key changed", about="register", at=datetime.now(UTC),
            facts={"values": str(done)},
        )  # fmt: skip
        session.commit()
    return done


def _forget(sessions: sessionmaker[Session], keys: Path) -> None:
    if _waiting(sessions):
        raise click.ClickException(
            "Something was sealed with the old key meanwhile. Stop the web server and the worker, and run this again."
        )
    forget_before(keys)
    click.echo("The older keys are thrown away.")
