"""`flask import-contracts`: bring what buyers publish into the register, one contracting process at a time."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NoReturn, cast

import click
from flask import current_app
from flask.cli import with_appcontext
from tqdm import tqdm
from tqdm.utils import CallbackIOWrapper

from register.actions.import_contracts import Outcome
from register.commands.running.importing import Import
from register.extensions import db
from register.gateways.portal import PAGE_SIZE, Portal, PortalFailedError
from register.gateways.way_out import WayRefusedError
from register.ocds.fault import Fault
from register.store import contracts, imports
from register.store.engine import reading
from register.store.imports import Way

ENDINGS = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
STDIN = "-"


def files_in(paths: Iterable[str]) -> Iterator[tuple[str, Path | None]]:
    """Give the files meant, each once, with a name for people that begins at what was named; None is standard input."""
    met: set[Path] = set()
    for given in paths:
        if given == STDIN:
            yield "standard input", None
            continue
        path = Path(given)
        above = path.resolve().parent
        for file in _found(path.resolve()):
            if file not in met:
                met.add(file)
                # A name that is no text could be neither shown nor kept.
                yield str(file.relative_to(above)).encode(errors="replace").decode(), file


def _found(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(
            file for file in path.rglob("*") if file.name.lower().endswith(ENDINGS) and file.is_file()
        )
    else:
        yield path


@contextmanager
def _opened(file: Path | None) -> Iterator[BinaryIO]:
    if file is None:
        yield sys.stdin.buffer
    else:
        with file.open("rb") as stream:
            yield stream


@click.command("import-contracts")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True))
@click.option("--portal", metavar="URL", help="Fetch all pages of a portal that UMILIKI_PORTALS names.")
@click.option(
    "--page-size", default=PAGE_SIZE, type=click.IntRange(1, 1000), help="Releases of a portal at once."
)
@click.option("--again", is_flag=True, help="Read all that was imported before anew, too.")
@with_appcontext
def command(paths: tuple[str, ...], portal: str | None, page_size: int, again: bool) -> None:
    """Import OCDS releases and records from files, folders, a portal, or - for standard input.

    Packages, lists and single ones, JSON or JSON Lines, gzipped or not. Safe to run again, and after it was stopped.
    Ends with 1 when there were faults; what is sound is imported all the same. Each run is kept in the log of imports.
    """
    if not paths and not again and not portal:
        raise click.UsageError("Name the files or folders to import, or a portal.")
    files = list(files_in(paths))
    run = _begun(Way.PORTAL if portal else Way.COMMAND, _source(files, portal, again))
    _files(run, files)
    if portal:
        _portal(run, Portal(portal, current_app.extensions["config"].portal_hosts, page_size))
    if again:
        run.read_again(tqdm(run.known(), unit=" processes", file=sys.stderr, disable=not sys.stderr.isatty()))
    run.end()
    _report(run)
    if run.faults:
        raise SystemExit(1)


def _source(files: list[tuple[str, Path | None]], portal: str | None, again: bool) -> str:
    """From where, in one line: the first file and how many more, and the portal."""
    told = [files[0][0] + (f" and {len(files) - 1} more" if len(files) > 1 else "")] if files else []
    return ", ".join(
        [*told, *([portal] if portal else []), *(["all that is kept, read again"] if again else [])]
    )


def _begun(way: Way, source: str) -> Import:
    now = datetime.now(UTC)
    run_id = imports.begin(db.session, way, source, by=None, now=now)
    db.session.commit()
    return Import(db.session, current_app.extensions["jurisdiction"], now, run_id)


def _files(run: Import, files: list[tuple[str, Path | None]]) -> None:
    size = sum(file.stat().st_size for _, file in files if file)
    bar: tqdm[NoReturn] = tqdm(
        total=size, unit="B", unit_scale=True, file=sys.stderr, disable=not sys.stderr.isatty()
    )
    with bar:
        for name, file in files:
            _read(run, name, file, bar.update)


def _read(run: Import, name: str, file: Path | None, tell: Callable[[float], object]) -> None:
    try:
        with _opened(file) as stream:
            run.read(cast("BinaryIO", CallbackIOWrapper(tell, stream, "read")), name)
    except OSError as error:
        run.faults.append(Fault(name, "", f"This file cannot be read: {error.strerror}."))


def _portal(run: Import, portal: Portal) -> None:
    """Take in page after page; what came before a page that fails stays, and the next run goes over all again."""
    bar: tqdm[NoReturn] = tqdm(unit=" releases", file=sys.stderr, disable=not sys.stderr.isatty())
    with bar:
        try:
            for page in portal.pages():
                before = run.position
                run.read(BytesIO(page.body), page.address)
                bar.update(run.position - before)
        except WayRefusedError as refused:
            run.faults.append(
                Fault(portal.url, "", f"The register does not go there ({refused.why}); see UMILIKI_PORTALS.")
            )
        except PortalFailedError as failed:
            run.faults.append(
                Fault(failed.address, "", f"This was not read: {failed.why}. Run the import again.")
            )


def _report(run: Import) -> None:
    told = Counter(run.outcomes.values())
    parts = ", ".join(f"{told[outcome]} {outcome.value}" for outcome in Outcome)
    click.echo(f"Contracting processes: {parts}. Releases with new content: {run.releases}.")
    known = contracts.counts(reading(run.session))
    click.echo(
        f"Known now: {known.processes} processes ({known.open_processes} open, {known.awarded_processes} awarded), "
        f"{known.releases} releases, {known.bids} bids, {known.awards_in_force} awards in force; "
        f"{known.bidders} bidders by number, {known.without_number} without one."
    )
    click.echo(f"Faults: {len(run.faults)}.")
    for fault in run.faults:
        click.echo(f"  {fault}")
