"""Take in what buyers publish: keep new releases, merge their processes anew, and have their flags asked again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from sqlalchemy.orm import Session

from register.ocds.fault import Fault
from register.ocds.merging import merged
from register.ocds.processes import process_facts
from register.ocds.releases import Release
from register.store import audit, outbox
from register.store import releases as store
from register.store.order import take_turns
from register.store.processes import Settled, save_processes
from register.store.releases import Kept


class Outcome(StrEnum):
    """What an import did to one contracting process."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of importing releases of one process: how many had new content, and what could not be merged."""

    ocid: str
    outcome: Outcome
    releases: int
    faults: tuple[Fault, ...] = ()


def import_releases(
    session: Session,
    releases: Sequence[Release],
    *,
    now: datetime,
    zone: tzinfo = UTC,
    schemes: Collection[str] = (),
    actor: str = "clock",
) -> tuple[Imported, ...]:
    """Take in releases of any contracting processes, and tell what came of each; the same content again changes nothing.

    `zone` is where the jurisdiction's days are counted, `schemes` are the lists it knows companies by. What changes
    leaves a "screen" for the worker and an entry in the audit trail, under the name of the `actor`.
    """
    sources = {release.ocid: release.source for release in reversed(releases)}
    take_turns(session, map(_turn, sources))
    kept = store.add_releases(session, releases, now=now)
    faults, changed = _settle(session, kept, now, zone, schemes)
    imported = tuple(
        Imported(ocid, _outcome(each, ocid in changed), each.added, faults[ocid])
        for ocid, each in kept.items()
    )
    told = {
        each.ocid: {"outcome": each.outcome, "releases": str(each.releases), "source": sources[each.ocid]}
        for each in imported
        if each.outcome is not Outcome.UNCHANGED
    }
    _tell(session, told, now, actor)
    return imported


def read_again(
    session: Session,
    ocids: Iterable[str],
    *,
    now: datetime,
    zone: tzinfo = UTC,
    schemes: Collection[str] = (),
    actor: str = "clock",
) -> tuple[Imported, ...]:
    """Read the kept releases of some processes anew: after a change of the jurisdiction or of the register itself."""
    asked = tuple(ocids)
    take_turns(session, map(_turn, asked))
    kept = {ocid: Kept(found, 0, True) for ocid, found in store.releases_of(session, asked).items()}
    faults, changed = _settle(session, kept, now, zone, schemes)
    told = {ocid: {"outcome": Outcome.CHANGED, "releases": "0"} for ocid in kept if ocid in changed}
    _tell(session, told, now, actor)
    return tuple(
        Imported(ocid, _outcome(each, ocid in changed), 0, faults[ocid]) for ocid, each in kept.items()
    )


def _turn(ocid: str) -> str:
    return f"process {ocid}"


def _outcome(kept: Kept, changed: bool) -> Outcome:
    if not changed:
        return Outcome.UNCHANGED
    return Outcome.CHANGED if kept.known else Outcome.NEW


def _settle(
    session: Session, kept: Mapping[str, Kept], now: datetime, zone: tzinfo, schemes: Collection[str]
) -> tuple[dict[str, tuple[Fault, ...]], frozenset[str]]:
    settled, faults = [], {}
    for ocid, each in kept.items():
        compiled, faults[ocid] = merged(each.releases)
        settled.append(Settled(process_facts(compiled, zone, schemes), compiled))

    return faults, save_processes(session, settled, now=now)


def _tell(session: Session, changed: Mapping[str, Mapping[str, str]], now: datetime, actor: str) -> None:
    """Last of all, since others wait for whoever adds to these."""
    work = {f"screen:{ocid}": {"ocid": ocid} for ocid in changed}
    outbox.add_all(session, "screen", work, now=now)
    if changed:
        audit.record_all(session, changed.items(), actor=actor, action="contracts imported", at=now)
