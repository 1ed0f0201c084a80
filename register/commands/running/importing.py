"""One run of an import: releases taken in a portion at a time, each process in a transaction of its own, and its log."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import BinaryIO
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from register.actions.import_contracts import Imported, Outcome, import_releases, read_again
from register.jurisdictions import Jurisdiction
from register.ocds.fault import Fault
from register.ocds.reading import releases_in
from register.ocds.releases import Release
from register.store import contracts, imports, outbox
from register.store import releases as store
from register.store.engine import reading
from register.store.imports import Progress

#: Releases read before they are sorted by process; a process is written once for each such portion.
AT_ONCE = 500


def _never() -> bool:
    return False


@dataclass(slots=True)
class Import:
    """One run, or one turn of it: what was imported so far, by process, and every fault met.

    `run_id` is its number in the log, which is kept with every portion; `reads` says how many bytes of a file were read.
    """

    session: Session
    jurisdiction: Jurisdiction
    now: datetime
    run_id: int
    actor: str = "clock"
    at_once: int = AT_ONCE
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    releases: int = 0
    faults: list[Fault] = field(default_factory=list)
    position: int = 0
    reads: Callable[[], int] = lambda: 0
    _logged: int = 0

    def read(
        self,
        stream: BinaryIO,
        name: str,
        *,
        skip: int = 0,
        enough: Callable[[], bool] = _never,
        alive: Callable[[], None] = lambda: None,
    ) -> bool:
        """Take in one file; say whether it came to its end, rather than to `enough`.

        What was committed stays, wherever the reading ends. `skip` releases were taken in by earlier turns; `alive` is
        called with every portion.
        """
        met = releases_in(stream, name)
        self._skip(met, skip, alive)
        sound = self._sound(met)
        while portion := tuple(islice(sound, self.at_once)):
            self._take(portion)
            self.log()
            alive()
            if enough():
                return False
        self.log()
        return True

    def read_again(self, known: Iterable[str]) -> None:
        """Read all that is kept of these processes anew."""
        for ocid in known:
            self.outcomes.setdefault(ocid, Outcome.UNCHANGED)
            self._settle(partial(read_again, ocid=ocid))
        self.log()

    def known(self) -> tuple[str, ...]:
        """Every process that was ever imported."""
        try:
            return contracts.ocids(reading(self.session))
        finally:
            self.session.rollback()

    def log(self) -> None:
        """Keep how far the run is."""
        progress = Progress(self.position, len(self.outcomes), self.reads())
        imports.keep(self.session, self.run_id, progress, self.faults[self._logged :], now=datetime.now(UTC))
        self.session.commit()
        self._logged = len(self.faults)

    def end(self) -> None:
        """Say that the run is over; bidders that it brought are looked for among the declared companies."""
        self.log()
        now = datetime.now(UTC)
        imports.end(self.session, self.run_id, now=now)
        if imports.changed_anything(self.session, self.run_id):
            outbox.add(self.session, "alike", "alike:company", {}, now=now)
        self.session.commit()

    def _skip(self, met: Iterator[Release | Fault], skip: int, alive: Callable[[], None]) -> None:
        """Pass what earlier turns took in; its faults were told by them."""
        while self.position < skip and (each := next(met, None)) is not None:
            if isinstance(each, Release):
                self.position += 1
                self.outcomes.setdefault(each.ocid, Outcome.UNCHANGED)
                if self.position % AT_ONCE == 0:
                    alive()

    def _sound(self, read: Iterable[Release | Fault]) -> Iterator[Release]:
        for each in read:
            if isinstance(each, Fault):
                self.faults.append(each)
            else:
                yield each

    def _take(self, portion: tuple[Release, ...]) -> None:
        self.position += len(portion)
        for release in portion:
            self.outcomes.setdefault(release.ocid, Outcome.UNCHANGED)
        for releases in _by_process(self._news(portion)):
            self._settle(partial(import_releases, releases=releases))

    def _news(self, portion: tuple[Release, ...]) -> tuple[Release, ...]:
        """What would change something: asked without a writer's place, since most of a nightly import is known."""
        try:
            return store.unknown(reading(self.session), portion)
        finally:
            self.session.rollback()

    def _settle(self, deed: Callable[..., Imported]) -> None:
        """Do the deed for one process in a transaction of its own, with its line in the log."""
        try:
            imported = deed(
                self.session,
                now=self.now,
                zone=ZoneInfo(self.jurisdiction.timezone),
                schemes=tuple(scheme.code for scheme in self.jurisdiction.identifier_schemes),
                actor=self.actor,
            )
            outcome = None if imported.outcome is Outcome.UNCHANGED else imported.outcome.value
            if outcome or imported.releases:
                imports.brought(self.session, self.run_id, imported.ocid, outcome, imported.releases)
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
