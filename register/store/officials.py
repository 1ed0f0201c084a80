"""The officials' lists: who decides on tenders, as entered with source and date; the newest list is in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.graph.lists import Official
from register.models.officials import OfficialListRow, OfficialRow
from register.store import identities


@dataclass(frozen=True, slots=True)
class OfficialList:
    """A list as imported: the day it speaks of, and who published it."""

    id: int
    listed_on: date
    source: str
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class NewOfficial:
    """An official about to be kept; `document_hash` comes from `identities.document_hash`."""

    name: str
    role: str
    body: str
    since: date | None = None
    until: date | None = None
    ocid: str | None = None
    document_hash: str | None = None

    @property
    def key(self) -> str:
        """What tells this official from all others on any list: the same person in the same seat keeps it."""
        told = (self.name, self.role, self.body, self.ocid or "", self.document_hash or "")
        return sha256("\x1f".join(told).encode()).hexdigest()[:16]


def list_in_force(session: Session) -> OfficialList | None:
    """The newest list; None when none was ever imported."""
    row = _newest(session)
    return OfficialList(row.id, row.listed_on, row.source, row.imported_at) if row else None


def officials_in_force(session: Session) -> tuple[Official, ...]:
    """Everybody on the newest list, by name; empty when there is no list.

    `identity` is the key that `identities.identities_of` gives the same person, when the register knows the document;
    `id` stays the same from list to list.
    """
    listed = _newest(session)
    if listed is None:
        return ()
    rows = session.scalars(
        select(OfficialRow).where(OfficialRow.list_id == listed.id).order_by(OfficialRow.name, OfficialRow.id)
    ).all()
    keys = identities.keys_of(session, {row.document_hash for row in rows if row.document_hash})
    return tuple(_official(row, listed, keys.get(row.document_hash or "")) for row in rows)


def is_listed(session: Session, listed_on: date, source: str, officials: Sequence[NewOfficial]) -> bool:
    """Whether the very same list is kept already."""
    kept = select(OfficialListRow.id).where(
        OfficialListRow.content_hash == _hash(listed_on, source, officials)
    )
    return session.scalar(kept) is not None


def add_list(
    session: Session, listed_on: date, source: str, officials: Sequence[NewOfficial], *, now: datetime
) -> None:
    """Keep a list. It takes the place of the others when it speaks of a later day, or was brought later for the same."""
    row = OfficialListRow(
        listed_on=listed_on,
        source=source,
        content_hash=_hash(listed_on, source, officials),
        imported_at=now,
    )
    session.add(row)
    session.flush()
    session.add_all(
        OfficialRow(
            list_id=row.id,
            name=official.name,
            role=official.role,
            body=official.body,
            ocid=official.ocid,
            since=official.since,
            until=official.until,
            document_hash=official.document_hash,
        )
        for official in officials
    )
    session.flush()


def _newest(session: Session) -> OfficialListRow | None:
    latest = select(OfficialListRow).order_by(OfficialListRow.listed_on.desc(), OfficialListRow.id.desc())
    return session.scalars(latest.limit(1)).first()


def _hash(listed_on: date, source: str, officials: Sequence[NewOfficial]) -> str:
    lines = sorted(f"{each.key}\x1f{each.since}\x1f{each.until}" for each in officials)
    return sha256("\n".join((listed_on.isoformat(), source, *lines)).encode()).hexdigest()


def _official(row: OfficialRow, listed: OfficialListRow, identity: str | None) -> Official:
    kept = NewOfficial(row.name, row.role, row.body, row.since, row.until, row.ocid, row.document_hash)
    return Official(
        id=kept.key,
        name=row.name,
        role=row.role,
        body=row.body,
        list_date=listed.listed_on,
        source=listed.source,
        since=row.since,
        until=row.until,
        identity=identity,
        ocid=row.ocid,
    )
