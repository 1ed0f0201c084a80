"""`flask demo`: the example county, ready to be looked at: made once, then served with its worker beside it."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from types import FrameType

import click
from flask import current_app
from flask.cli import with_appcontext

from register.commands.build_downloads import build_once
from register.commands.load_example import load_once
from register.example.accounts import OFFICER, READY_MADE, REGISTRAR, SECOND_REGISTRAR, SUPPLIER
from register.example.county import county
from register.extensions import db
from register.store import schema

ADDRESS = "127.0.0.1"


@click.command("demo")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@with_appcontext
def command(port: int) -> None:
    """Make the example county if it is not there yet, and serve it on this machine."""
    if not current_app.extensions["config"].demo:
        raise click.UsageError("This is for the example county alone: start it with `make demo`.")
    schema.upgrade(current_app.extensions["engine"])
    load_once()
    build_once()
    db.session.close()
    current_app.extensions["engine"].dispose()

    free = free_port(port)
    if free != port:
        click.echo(f"Port {port} is taken, perhaps by another demo; this one is served on port {free}.")
    _tell(f"http://localhost:{free}")
    sys.exit(_serve(free))


def free_port(wanted: int) -> int:
    """The port asked for if nobody listens there, else the next free one. Raises UsageError when twenty are taken."""
    for port in range(wanted, min(wanted + 20, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((ADDRESS, port))
            except OSError:
                continue
            return port
    raise click.UsageError(
        f"Ports {wanted} to {wanted + 19} are all taken. Choose another: make demo PORT=9000"
    )


def _tell(address: str) -> None:
    visitor = county_story()
    click.echo(f"""
Umiliki, an invented county. Nobody in it is real.

  Open              {address}
  Letters, codes    {address}/dev/outbox   (instead of being sent)

  Sign in as        e-mail                          passphrase""")
    for person in READY_MADE:
        click.echo(f"  {person.role.value:<17} {person.email:<31} {person.passphrase}")
    click.echo(f"""
  Staff are asked for a code after the passphrase: it is shown at {address}/dev/outbox

  Try this: sign in as {SUPPLIER.email} and declare who owns {visitor[0]}. Name {visitor[1]}
  (identity card {visitor[2]}) as an owner: she also owns {visitor[3]}, which bids in the same tender.
  Open the link that is sent to her at {address}/dev/outbox and say that it is her. Then sign in as
  {OFFICER.email} and open tender {visitor[4]}.

  Or sign in as {REGISTRAR.email} and open {address}/review: declarations, a claim and
  an objection wait. What she proposed is decided by {SECOND_REGISTRAR.email}.

  Ctrl-C ends it. The county stays in {current_app.extensions["config"].data} until you delete it.
""")


def county_story() -> tuple[str, str, str, str, int]:
    """The visitor's company, the owner to name, her invented card, her other company, and their tender."""
    made = county(datetime.now(UTC).date())
    known = made.planted.known_owner
    return (
        made.planted.by_part["visitor"].name,
        known.name,
        known.particulars.document_number,
        made.planted.by_part["known"].name,
        made.tenders[0].number,
    )


def _serve(port: int) -> int:
    """Run the web server and the worker until one ends or someone ends us; give back an exit code."""
    environment = {**os.environ, "UMILIKI_BASE_URL": f"http://localhost:{port}"}
    commands: Sequence[Sequence[str]] = (
        (
            "-m", "gunicorn", "--no-control-socket", "--bind", f"{ADDRESS}:{port}", "--workers", "2",
            "--worker-class", "gthread", "--threads", "8", "--log-level", "warning", "wsgi:app",
        ),
        ("-m", "flask", "--app", "wsgi", "work"),
    )  # fmt: skip
    running = [subprocess.Popen([sys.executable, *words], env=environment) for words in commands]  # noqa: S603 (our own)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        while all(child.poll() is None for child in running):
            try:
                running[0].wait(timeout=1)
            except subprocess.TimeoutExpired:
                continue
    except KeyboardInterrupt:
        click.echo("Stopping ...")
        return 0
    finally:
        for child in running:
            child.terminate()
        for child in running:
            child.wait(timeout=30)
    return 1
