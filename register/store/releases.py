"""Releases as received, and the processes merged from them: what an import writes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from register.models.contracts import ReleaseRow
from register.ocds.facts import ProcessFacts
from register.ocds.merging import Compiled
from register.ocds.releases import Release, stamp
from register.store.many import execute_all, insert_all, table_of
from register.store.portions import portions
from register.store.processes import Settled, save_processes

_RELEASE = table_of(ReleaseRow)
_NAMES = tuple(each.name for each in fields(Release) if each.name in _RELEASE.c)
_values = attrgetter(*_NAMES)
_COLUMNS = [_RELEASE.c[name] for name in _NAMES]
_STAMPED_ANEW = update(_RELEASE).where(_RELEASE.c.content_hash == bindparam("of"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one process: all its releases, how many of them have new content, and whether there was any."""

    releases: tuple[Release, ...]
    added: int
    known: bool


def add_releases(session: Session, releases: Sequence[Release], *, now: datetime) -> Mapping[str, Kept]:
    """Keep releases; tell of each of their processes, in the order in which they were met, what is kept then.

    The same content under a later stamp is not new: the one row takes the later stamp, so that a process which went
    back to what it was ends there, and the order in which files come makes no difference.
    """
    latest: dict[str, Release] = {}
    for release in sorted(releases, key=lambda each: each.stamp):
        latest[release.content_hash] = release
    before = releases_of(session, dict.fromkeys(release.ocid for release in releases))
    kept = {ocid: {release.content_hash: release for release in some} for ocid, some in before.items()}
    new, later = [], []
    for content_hash, release in latest.items():
        was = kept[release.ocid].get(content_hash)
        if was is None:
            new.append(release)
        elif release.stamp > was.stamp:
            later.append(release)
        else:
            continue
        kept[release.ocid][content_hash] = release
    _insert(session, new, now)
    _stamp(session, later)
    added = Counter(release.ocid for release in new)
    return {ocid: Kept(tuple(some.values()), added[ocid], bool(before[ocid])) for ocid, some in kept.items()}


def _insert(session: Session, releases: list[Release], now: datetime) -> None:
    rows = ((*_values(each), now) for each in releases)
    insert_all(session, _RELEASE, (*_NAMES, "imported_at"), rows)


def _stamp(session: Session, releases: list[Release]) -> None:
    rows = [
        {
            "of": each.content_hash,
            "release_id": each.release_id,
            "released_at": each.released_at,
            "body": each.body,
        }
        for each in releases
    ]
    execute_all(session, _STAMPED_ANEW, rows)


def unknown(session: Session, releases: Sequence[Release]) -> tuple[Release, ...]:
    """Those whose content is not kept, or only under an earlier stamp: importing the others would change nothing."""
    kept: dict[str, tuple[str, ...]] = {}
    names = [_RELEASE.c[name] for name in ("content_hash", "release_id", "released_at")]
    for some in portions(sorted({release.content_hash for release in releases})):
        for row in session.execute(select(*names).where(_RELEASE.c.content_hash.in_(some))):
            kept[row.content_hash] = stamp(row.released_at, row.release_id, row.content_hash)
    return tuple(release for release in releases if release.stamp > kept.get(release.content_hash, ()))


def releases_of(session: Session, ocids: Iterable[str]) -> dict[str, tuple[Release, ...]]:
    """All releases of some processes, in no particular order."""
    found: dict[str, list[Release]] = {ocid: [] for ocid in ocids}
    for some in portions(list(found)):
        for row in session.execute(select(*_COLUMNS).where(_RELEASE.c.ocid.in_(some))):
            found[row.ocid].append(Release(*row))
    return {ocid: tuple(releases) for ocid, releases in found.items()}


def save_process(session: Session, facts: ProcessFacts, compiled: Compiled, *, now: datetime) -> bool:
    """Keep what the releases of a process amount to; say whether anything but the merged release's stamp changed."""
    return bool(save_processes(session, [Settled(facts, compiled)], now=now))
