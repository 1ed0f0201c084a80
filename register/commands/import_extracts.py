"""`flask import-extracts`: bring extracts of the companies' registry (CR12) into the register from CSV or Excel."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.enter_extracts import enter_extracts
from register.elsewhere.extract_file import read_extracts
from register.elsewhere.table import TableRefusedError, read_table
from register.extensions import db


@click.command("import-extracts")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", required=True, help="Who issued the extracts, such as the companies' registry.")
@with_appcontext
def command(file: Path, source: str) -> None:
    """Import extracts with the columns number, name, scheme, status, extracted_on, role, party, shares, party_number.

    One row for each director or shareholder. Ends with 1 when there were faults; sound extracts are kept all the same.
    """
    place, now = current_app.extensions["jurisdiction"], datetime.now(UTC)
    today = now.astimezone(ZoneInfo(place.timezone)).date()
    try:
        table = read_table(file.read_bytes())
    except TableRefusedError as refused:
        raise click.ClickException(refused.message % refused.facts) from None
    read = read_extracts(table, source=source, scheme=place.identifier_schemes[0].code, today=today)
    kept = enter_extracts(db.session, read.extracts, by=None, now=now)
    db.session.commit()
    click.echo(f"Extracts read: {len(read.extracts)}, new: {kept}. Faults: {len(read.faults)}.")
    for fault in read.faults:
        click.echo(f"  row {fault.row}, {fault.column}: {fault.message % fault.facts}")
    if read.faults:
        raise SystemExit(1)
