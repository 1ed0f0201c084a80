"""`flask import-contracts`: bring what buyers publish into the register, one contracting process at a time."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NoReturn, cast
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session
from tqdm import tqdm
from tqdm.utils import CallbackIOWrapper

from register.actions.import_contracts import Imported, Outcome, import_releases, read_again
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.ocds.fault import Fault
from register.ocds.reading import releases_in
from register.ocds.releases import Release
from register.store import contracts
from register.store import releases as store
from register.store.engine import reading

ENDINGS = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
STDIN = "-"
#: Releases read before they are sorted by process; a process is written once for each such portion.
AT_ONCE = 500


@dataclass(slots=True)
class Import:
    """One run: what was imported so far, by process, and every fault met."""

    session: Session
    jurisdiction: Jurisdiction
    now: datetime
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    releases: int = 0
    faults: list[Fault] = field(default_factory=list)

    def read(self, stream: BinaryIO, name: str) -> None:
        """Take in one file; what was committed stays, wherever the reading ends."""
        sound = self._sound(releases_in(stream, name))
        while portion := tuple(islice(sound, AT_ONCE)):
            for release in portion:
                self.outcomes.setdefault(release.ocid, Outcome.UNCHANGED)
            for releases in _by_process(self._news(portion)):
                self._settle(partial(import_releases, releases=releases))

    def read_again(self) -> None:
        """Read all that is kept anew."""
        known = contracts.ocids(reading(self.session))
        self.session.rollback()
        for ocid in tqdm(known, unit=" processes", file=sys.stderr, disable=not sys.stderr.isatty()):
            self.outcomes.setdefault(ocid, Outcome.UNCHANGED)
            self._settle(partial(read_again, ocid=ocid))

    def _sound(self, read: Iterable[Release | Fault]) -> Iterator[Release]:
        for each in read:
            if isinstance(each, Fault):
                self.faults.append(each)
            else:
                yield each

    def _news(self, portion: tuple[Release, ...]) -> tuple[Release, ...]:
        """What would change something: asked without a writer's place, since most of a nightly import is known."""
        try:
            return store.unknown(reading(self.session), portion)
        finally:
            self.session.rollback()

    def _settle(self, deed: Callable[..., Imported]) -> None:
        """Do the deed for one process in a transaction of its own."""
        try:
            imported = deed(
                self.session,
                now=self.now,
                zone=ZoneInfo(self.jurisdiction.timezone),
                schemes=tuple(scheme.code for scheme in self.jurisdiction.identifier_schemes),
            )
            self.session.commit()
        finally:
            # After a commit nothing is left to undo; after anything else nothing half-done may stay.
            self.session.rollback()
            self.session.expunge_all()
        self._count(imported)

    def _count(self, imported: Imported) -> None:
        self.releases += imported.releases
        self.faults.extend(fault for fault in imported.faults if fault not in self.faults)
        if self.outcomes[imported.ocid] is not Outcome.NEW and imported.outcome is not Outcome.UNCHANGED:
            self.outcomes[imported.ocid] = imported.outcome


def _by_process(releases: Iterable[Release]) -> Iterator[tuple[Release, ...]]:
    grouped: dict[str, list[Release]] = {}
    for release in releases:
        grouped.setdefault(release.ocid, []).append(release)
    yield from (tuple(group) for group in grouped.values())


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
@click.option("--again", is_flag=True, help="Read all that was imported before anew, too.")
@with_appcontext
def command(paths: tuple[str, ...], again: bool) -> None:
    """Import OCDS releases and records from files, folders, or - for standard input.

    Packages, lists and single ones, JSON or JSON Lines, gzipped or not. Safe to run again, and after it was stopped.
    Ends with 1 when there were faults; what is sound is imported all the same.
    """
    if not paths and not again:
        raise click.UsageError("Name the files or folders to import.")
    run = Import(db.session, current_app.extensions["jurisdiction"], datetime.now(UTC))
    files = list(files_in(paths))
    size = sum(file.stat().st_size for _, file in files if file)
    bar: tqdm[NoReturn] = tqdm(
        total=size, unit="B", unit_scale=True, file=sys.stderr, disable=not sys.stderr.isatty()
    )
    with bar:
        for name, file in files:
            _read(run, name, file, bar.update)
    if again:
        run.read_again()
    _report(run)
    if run.faults:
        raise SystemExit(1)


def _read(run: Import, name: str, file: Path | None, tell: Callable[[float], object]) -> None:
    try:
        with _opened(file) as stream:
            run.read(cast("BinaryIO", CallbackIOWrapper(tell, stream, "read")), name)
    except OSError as error:
        run.faults.append(Fault(name, "", f"This file cannot be read: {error.strerror}."))


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
