"""Take in what buyers publish: keep new releases, merge their process anew, and have its flags asked again."""

from collections.abc import Collection, Mapping, Sequence
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
from register.store.order import take_turn


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
) -> Imported:
    """Take in releases of one contracting process, at least one; the same content again changes nothing.

    `zone` is where the jurisdiction's days are counted, `schemes` are the lists it knows companies by. What changes
    leaves a "screen" for the worker and an entry in the audit trail, under the name of the `actor`.
    """
    ocid = releases[0].ocid
    take_turn(session, f"process {ocid}")
    known = store.is_known(session, ocid)
    added = store.add_releases(session, releases, now=now)
    changed, faults = _settle(session, ocid, now, zone, schemes)
    if not changed:
        return Imported(ocid, Outcome.UNCHANGED, added, faults)
    outcome = Outcome.CHANGED if known else Outcome.NEW
    facts = {"outcome": outcome, "releases": str(added), "source": releases[0].source}
    _tell(session, ocid, now, facts, actor)
    return Imported(ocid, outcome, added, faults)


def read_again(
    session: Session,
    ocid: str,
    *,
    now: datetime,
    zone: tzinfo = UTC,
    schemes: Collection[str] = (),
    actor: str = "clock",
) -> Imported:
    """Read the kept releases of one process anew: after a change of the jurisdiction or of the register itself."""
    take_turn(session, f"process {ocid}")
    changed, faults = _settle(session, ocid, now, zone, schemes)
    if changed:
        _tell(session, ocid, now, {"outcome": Outcome.CHANGED, "releases": "0"}, actor)
    return Imported(ocid, Outcome.CHANGED if changed else Outcome.UNCHANGED, 0, faults)


def _settle(
    session: Session, ocid: str, now: datetime, zone: tzinfo, schemes: Collection[str]
) -> tuple[bool, tuple[Fault, ...]]:
    released = store.releases_of(session, ocid)

    compiled, faults = merged(released)
    facts = process_facts(compiled, zone, schemes)

    return store.save_process(session, facts, compiled, now=now), faults


def _tell(session: Session, ocid: str, now: datetime, facts: Mapping[str, str], actor: str) -> None:
    outbox.add(session, "screen", f"screen:{ocid}", {"ocid": ocid}, now=now)
    audit.record(session, actor=actor, action="contracts imported", about=ocid, at=now, facts=facts)
