"""Screen files of other registers and of contracts at once, on whichever engine, and leave findings as Parquet."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from bods.statements import Statement
from register.bulk import whole
from register.bulk.engine import Engine
from register.bulk.telling import Contracts, Owners
from register.bulk.whole import Screened
from register.elsewhere.other_file import OtherReading
from register.exceptions import RegisterError
from register.jurisdictions import Jurisdiction
from register.ocds.fault import Fault
from register.ocds.merging import merged
from register.ocds.processes import process_facts
from register.ocds.reading import releases_in
from register.ocds.releases import Release
from register.store.told_process import process_of


class FindingsThereError(RegisterError):
    """Findings were left in this place before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"there is something in {folder} already; name a folder that does not exist")


@dataclass(frozen=True, slots=True)
class File:
    """A file's name for people, and how to open it from its beginning."""

    name: str
    opened: Callable[[], AbstractContextManager[BinaryIO]]


@dataclass(slots=True)
class ScreenedAll:
    """What came of it: statements and processes taken in, bidders nobody can tell, every fault of the files."""

    statements: int = 0
    processes: int = 0
    unnumbered: int = 0
    faults: list[str] = field(default_factory=list)
    screened: Screened | None = None


def screen_all(
    engine: Engine,
    owners: Iterable[File],
    contracts: Iterable[File],
    *,
    out: Path,
    as_of: date,
    jurisdiction: Jurisdiction,
) -> ScreenedAll:
    """Take in BODS files of any version and OCDS files, screen them as of a day, and write the findings to `out`.

    `out` is there when it is whole, or not at all. Raises FindingsThereError.
    """
    check_free(out)
    told = ScreenedAll()

    _take_owners(engine, owners, as_of, told)
    _take_contracts(engine, contracts, jurisdiction, told)

    return written(engine, told, out, jurisdiction)


def check_free(out: Path) -> None:
    """Raise FindingsThereError when something is in this place already."""
    if out.exists():
        raise FindingsThereError(out)


def written(engine: Engine, told: ScreenedAll, out: Path, law: Jurisdiction) -> ScreenedAll:
    """Screen what was taken in, and write the findings beside `out`; it takes its name when all is there."""
    threshold = float(law.owner_threshold)
    told.screened = whole.screen(engine, threshold)

    making = out.with_name(f"{out.name}.unfinished")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    for name, query in whole.findings(threshold).items():
        engine.write(query, making / f"{name}.parquet")
    making.rename(out)
    return told


def _take_owners(engine: Engine, files: Iterable[File], as_of: date, told: ScreenedAll) -> None:
    taking = Owners(engine, as_of)
    for file in files:
        reading = OtherReading(file.name, file.opened, as_of, as_of)
        for statement in reading.statements():
            taking.take(statement, _source(statement, file))
        told.faults += [
            f"{file.name} {each.place}: {each.sentence}" for each in (*reading.faults, *reading.losses)
        ]
    taking.done()
    told.statements = taking.count


def _source(statement: Statement, file: File) -> str:
    """Whose record ids they are: the publisher's."""
    publisher = statement.publication.publisher if statement.publication else None
    return (publisher.name if publisher else None) or file.name


def _take_contracts(engine: Engine, files: Iterable[File], law: Jurisdiction, told: ScreenedAll) -> None:
    taking = Contracts(engine)
    schemes = [each.code for each in law.identifier_schemes]
    for file in files:
        for _, releases in groupby(_releases(file, told), key=lambda release: release.ocid):
            compiled, faults = merged(releases)
            told.faults += map(str, faults)
            taking.take(process_of(process_facts(compiled, ZoneInfo(law.timezone), schemes)))
    taking.done()
    told.processes, told.unnumbered = taking.count, taking.unnumbered


def _releases(file: File, told: ScreenedAll) -> Iterator[Release]:
    with file.opened() as stream:
        for each in releases_in(stream, file.name):
            if isinstance(each, Fault):
                told.faults.append(str(each))
            else:
                yield each
