"""Releases as received, and the processes merged from them: what an import writes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from register.models.contracts import (
    AwardRow,
    BidRow,
    ContractPartRow,
    ContractRow,
    PartyReachRow,
    ProcessRow,
    ReleaseRow,
)
from register.ocds.facts import AwardFacts, BidFacts, ContractFacts, PartFacts, ProcessFacts, ReachFacts
from register.ocds.merging import Compiled
from register.ocds.releases import Release
from register.store.contracts import OWN, process, told
from register.store.portions import portions

Under = BidRow | AwardRow | ContractRow | ContractPartRow | PartyReachRow
Told = BidFacts | AwardFacts | ContractFacts | PartFacts | ReachFacts


def add_releases(session: Session, releases: Sequence[Release], *, now: datetime) -> int:
    """Keep releases; say how many have a content that was not kept.

    The same content under a later stamp is not new: the one row takes the later stamp, so that a process which went
    back to what it was ends there, and the order in which files come makes no difference.
    """
    latest: dict[str, Release] = {}
    for release in sorted(releases, key=lambda each: each.stamp):
        latest[release.content_hash] = release
    rows = {row.content_hash: row for row in _rows(session, latest)}
    for content_hash, release in latest.items():
        row = rows.get(content_hash)
        if row is None:
            session.add(ReleaseRow(**columns(release), imported_at=now))
        elif release.stamp > told(Release, row).stamp:
            row.release_id, row.released_at, row.body = release.release_id, release.released_at, release.body
    session.flush()
    return len(latest) - len(rows)


def unknown(session: Session, releases: Sequence[Release]) -> tuple[Release, ...]:
    """Those whose content is not kept, or only under an earlier stamp: importing the others would change nothing."""
    hashes = {release.content_hash for release in releases}
    kept = {row.content_hash: told(Release, row).stamp for row in _rows(session, hashes)}
    return tuple(release for release in releases if release.stamp > kept.get(release.content_hash, ()))


def _rows(session: Session, hashes: Iterable[str]) -> Iterator[ReleaseRow]:
    for some in portions(sorted(hashes)):
        yield from session.scalars(select(ReleaseRow).where(ReleaseRow.content_hash.in_(some)))


def is_known(session: Session, ocid: str) -> bool:
    """Whether any release of the process was ever imported."""
    return session.scalar(select(ReleaseRow.ocid).where(ReleaseRow.ocid == ocid).limit(1)) is not None


def releases_of(session: Session, ocid: str) -> tuple[Release, ...]:
    """All releases of a process, in no particular order."""
    rows = session.scalars(select(ReleaseRow).where(ReleaseRow.ocid == ocid))
    return tuple(told(Release, row) for row in rows)


def save_process(session: Session, facts: ProcessFacts, compiled: Compiled, *, now: datetime) -> bool:
    """Keep what the releases of a process amount to; say whether anything but the merged release's stamp changed."""
    row = session.get(ProcessRow, facts.ocid)
    if row is None:
        row = ProcessRow(ocid=facts.ocid, compiled="")
        session.add(row)
        changed = True
    else:
        changed = Compiled(row.compiled).content != compiled.content or process(session, facts.ocid) != facts
    row.compiled = compiled.text
    if changed:
        _write(session, row, facts, now)
    session.flush()
    return changed


def _write(session: Session, row: ProcessRow, facts: ProcessFacts, now: datetime) -> None:
    for name in OWN:
        setattr(row, name, getattr(facts, name))
    row.changed_at = now
    # The process comes first: the rows under it point to it.
    session.flush()
    under: tuple[tuple[type[Under], Sequence[Told]], ...] = (
        (BidRow, facts.bids),
        (AwardRow, facts.awards),
        (ContractRow, facts.contracts),
        (ContractPartRow, facts.parts),
        (PartyReachRow, facts.reaches),
    )
    for kind, told_of in under:
        session.execute(delete(kind).where(kind.ocid == facts.ocid))
        session.add_all(kind(ocid=facts.ocid, **columns(each)) for each in told_of)


def columns(facts: Release | Told) -> dict[str, Any]:
    """The fields of a dataclass by name, for the row whose columns are named as they are."""
    return {each.name: getattr(facts, each.name) for each in fields(facts)}
