"""`flask import-officials`: bring a county's list of officials and committee members into the register."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from register.actions.import_officials import ImportedOfficials, ask_again, import_officials
from register.extensions import db
from register.ocds.fault import Fault
from register.ocds.officials import OfficialLine, officials_in
from register.store import contracts
from register.store.portions import portions


@click.command("import-officials")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--listed-on", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day the list speaks of."
)
@click.option("--source", required=True, help="Who published the list, and where.")
@with_appcontext
def command(file: Path, listed_on: datetime, source: str) -> None:
    """Import a CSV file of officials, with the columns name, role, body, since, until, ocid, document_scheme,
    document_number and, one line for each of their family, family_name, family_tie, family_document_scheme,
    family_document_number and family_born. The list takes the place of the one before. Numbers of documents are not kept.

    Ends with 1 when there were faults; sound lines are imported all the same.
    """
    now = datetime.now(UTC)
    read = list(officials_in(file.read_bytes(), file.name))
    lines = [each for each in read if isinstance(each, OfficialLine)]
    faults = [each for each in read if isinstance(each, Fault)]
    imported = import_officials(db.session, lines, listed_on=listed_on.date(), source=source, now=now)
    db.session.commit()
    # A known list asks again too: the first import may have been stopped on the way.
    asked = _ask_again(db.session, now) if imported.officials else 0
    _report(imported, asked, faults)
    if faults:
        raise SystemExit(1)


def _ask_again(session: Session, now: datetime) -> int:
    ocids = contracts.ocids(session, open_only=True)
    session.rollback()
    for some in portions(list(ocids)):
        ask_again(session, some, now=now)
        session.commit()
    return len(ocids)


def _report(imported: ImportedOfficials, asked: int, faults: list[Fault]) -> None:
    if imported.new:
        click.echo(f"Officials on the list: {imported.officials}.")
    elif imported.officials:
        click.echo(f"Nothing is new: this list of {imported.officials} was imported before.")
    else:
        click.echo("Nothing was imported: there is no sound line.")
    click.echo(f"Open processes to be looked at again: {asked}.")
    click.echo(f"Faults: {len(faults)}.")
    for fault in faults:
        click.echo(f"  {fault}")
