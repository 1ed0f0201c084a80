"""`flask import-officials`: bring a county's list of officials and committee members into the register."""

from datetime import UTC, date, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from register.actions.import_officials import ImportedOfficials, import_officials
from register.extensions import db
from register.ocds.fault import Fault
from register.ocds.officials import OfficialLine, officials_in


@click.command("import-officials")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--listed-on", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day the list speaks of."
)
@click.option("--source", required=True, help="Who published the list, and where.")
@with_appcontext
def command(file: Path, listed_on: datetime, source: str) -> None:
    """Import a CSV file of officials, with the columns name, role, body, since, until, ocid, document_scheme and
    document_number. The list takes the place of the one before. Numbers of documents are not kept.

    Ends with 1 when there were faults; sound lines are imported all the same.
    """
    read = list(officials_in(file.read_bytes(), file.name))
    lines = [each for each in read if isinstance(each, OfficialLine)]
    faults = [each for each in read if isinstance(each, Fault)]
    imported = import_officials(
        db.session, lines, listed_on=listed_on.date(), source=source, now=datetime.now(UTC)
    )
    db.session.commit()
    _report(imported, faults, listed_on.date())
    if faults:
        raise SystemExit(1)


def _report(imported: ImportedOfficials, faults: list[Fault], listed_on: date) -> None:
    if imported.new:
        click.echo(
            f"{imported.officials} officials listed on {listed_on.isoformat()}; "
            f"{imported.touched} open processes will be looked at again."
        )
    elif imported.officials:
        click.echo(f"Nothing is new: these {imported.officials} officials were imported before.")
    else:
        click.echo("Nothing was imported: there is no sound line.")
    for fault in faults:
        click.echo(f"  {fault}")
