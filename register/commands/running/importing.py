"""One run of an import: releases taken in a portion at a time, some processes in one transaction, and its log."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, islice
from typing import BinaryIO, TypeVar
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
#: Processes, and letters of their releases, that are written in one transaction: others wait for it, under half a second.
TOGETHER = 200
MOST_HELD = 2_000_000

T = TypeVar("T")
Deed = Callable[..., tuple[Imported, ...]]


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let Python look for circles of dead objects less often: what is parsed holds none, and makes many objects."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


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

    @seldom_collecting()
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
        asked = iter(known)
        while some := list(islice(asked, TOGETHER)):
            self.outcomes.update((ocid, Outcome.UNCHANGED) for ocid in some if ocid not in self.outcomes)
            self._settle(read_again, [(ocid,) for ocid in some])
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
        for some in together(self._news(portion)):
            self._settle(import_releases, some)

    def _news(self, portion: tuple[Release, ...]) -> tuple[Release, ...]:
        """What would change something: asked without a writer's place, since most of a nightly import is known."""
        try:
            return store.unknown(reading(self.session), portion)
        finally:
            self.session.rollback()

    def _settle(self, deed: Deed, processes: Sequence[tuple[T, ...]]) -> None:
        """Do the deed for some processes in one transaction or, where that cannot be, for each in one of its own."""
        try:
            done = self._committed(deed, tuple(chain.from_iterable(processes)))
        except Exception:
            if len(processes) == 1:
                raise
            # One of them is at fault: those before it are kept all the same.
            for each in processes:
                self._settle(deed, [each])
        else:
            for imported in done:
                self._count(imported)

    def _committed(self, deed: Deed, given: tuple[T, ...]) -> tuple[Imported, ...]:
        """Do the deed, with its lines in the log."""
        try:
            done = deed(
                self.session,
                given,
                now=self.now,
                zone=ZoneInfo(self.jurisdiction.timezone),
                schemes=tuple(scheme.code for scheme in self.jurisdiction.identifier_schemes),
                actor=self.actor,
            )
            changed = {
                each.ocid: each.outcome.value for each in done if each.outcome is not Outcome.UNCHANGED
            }
            releases = sum(each.releases for each in done)
            if changed or releases:
                imports.brought(self.session, self.run_id, changed, releases)
            self.session.commit()
        finally:
            # After a commit nothing is left to undo; after anything else nothing half-done may stay.
            self.session.rollback()
            self.session.expunge_all()
        return done

    def _count(self, imported: Imported) -> None:
        self.releases += imported.releases
        self.faults.extend(fault for fault in imported.faults if fault not in self.faults)
        if self.outcomes[imported.ocid] is not Outcome.NEW and imported.outcome is not Outcome.UNCHANGED:
            self.outcomes[imported.ocid] = imported.outcome


def together(releases: Iterable[Release]) -> Iterator[list[tuple[Release, ...]]]:
    """Give the releases of so many processes as are written at once."""
    grouped: dict[str, list[Release]] = {}
    for release in releases:
        grouped.setdefault(release.ocid, []).append(release)
    some: list[tuple[Release, ...]] = []
    held = 0
    for group in grouped.values():
        some.append(tuple(group))
        held += sum(len(release.body) for release in group)
        if len(some) == TOGETHER or held > MOST_HELD:
            yield some
            some, held = [], 0
    if some:
        yield some
