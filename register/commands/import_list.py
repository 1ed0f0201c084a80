"""`flask import-list`: bring a list of the barred, the sanctioned or those in public office into the register."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from register.actions.import_list import ImportedList, import_list
from register.actions.import_officials import ask_again
from register.actions.send_list import home_of
from register.elsewhere.lists.line import ListLine
from register.elsewhere.lists.reading import list_in
from register.extensions import db
from register.graph.lists import ListKind
from register.ocds.fault import Fault
from register.store import contracts
from register.store.portions import portions


@click.command("import-list")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", required=True, type=click.Choice([each.value for each in ListKind]))
@click.option("--source", required=True, help="Who published the list, and where.")
@click.option("--as-of", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day the list speaks of.")
@with_appcontext
def command(file: Path, kind: str, source: str, as_of: datetime) -> None:
    """Import a list as CSV (columns name, other_names, sort, country, number_scheme, number, document_scheme,
    document_number, born, by, reason, since and until), as Popolo JSON, or as OpenSanctions' entities, one JSON a line.
    It takes the place of the list before of the same kind and source. Numbers of documents are not kept.

    When there is any fault nothing is imported, and the command ends with 1.
    """
    now = datetime.now(UTC)
    read = list(list_in(file.read_bytes(), file.name, kind, home_of(current_app.extensions["jurisdiction"])))
    faults = [each for each in read if isinstance(each, Fault)]
    if faults:
        _tell(faults)
        raise SystemExit(1)
    lines = [each for each in read if isinstance(each, ListLine)]
    imported = import_list(
        db.session, lines, kind=ListKind(kind), listed_on=as_of.date(), source=source, now=now
    )
    db.session.commit()
    # A known list asks again too: the first import may have been stopped on the way.
    asked = _ask_again(db.session, now) if imported.entries else 0
    _report(imported, asked)


def _ask_again(session: Session, now: datetime) -> int:
    ocids = contracts.ocids(session, open_only=True)
    session.rollback()
    for some in portions(list(ocids)):
        ask_again(session, some, now=now)
        session.commit()
    return len(ocids)


def _report(imported: ImportedList, asked: int) -> None:
    if imported.new:
        click.echo(f"Entries on the list: {imported.entries}.")
    elif imported.entries:
        click.echo(f"Nothing is new: this list of {imported.entries} was imported before.")
    else:
        click.echo("Nothing was imported: nobody on the list is of that kind.")
    click.echo(f"Open processes to be looked at again: {asked}.")


def _tell(faults: list[Fault]) -> None:
    click.echo(f"Nothing was imported. Faults: {len(faults)}.")
    for fault in faults:
        click.echo(f"  {fault}")
