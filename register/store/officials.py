"""The officials' lists: who decides on tenders, as entered with source and date; the newest list is in force."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.graph.lists import Official, Relative
from register.models.officials import OfficialListRow, OfficialRelativeRow, OfficialRow
from register.store import identities
from register.store.engine import vault_of


@dataclass(frozen=True, slots=True)
class OfficialList:
    """A list as imported: the day it speaks of, and who published it."""

    id: int
    listed_on: date
    source: str
    imported_at: datetime


@dataclass(frozen=True, slots=True, repr=False)
class NewRelative:
    """Somebody of an official's family about to be kept; `birth_month` is YYYY-MM or empty."""

    name: str
    tie: str
    document_hash: str | None = None
    birth_month: str = ""


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
    family: tuple[NewRelative, ...] = ()

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
    newest = select(OfficialListRow.id).order_by(OfficialListRow.listed_on.desc(), OfficialListRow.id.desc())
    told = session.execute(
        select(OfficialRow, OfficialListRow)
        .join(OfficialListRow, OfficialListRow.id == OfficialRow.list_id)
        .where(OfficialListRow.id == newest.limit(1).scalar_subquery())
        .order_by(OfficialRow.name, OfficialRow.id)
    ).all()
    if not told:
        return ()
    rows, listed = [row for row, _ in told], told[0][1]
    family = _families(session, listed.id)
    keys = identities.keys_of(session, {row.document_hash for row in rows if row.document_hash})
    return tuple(
        _official(row, listed, keys.get(row.document_hash or ""), family.get(row.id, ())) for row in rows
    )


def is_listed(session: Session, listed_on: date, source: str, officials: Sequence[NewOfficial]) -> bool:
    """Whether the very same list is kept already."""
    kept = select(OfficialListRow.id).where(
        OfficialListRow.content_hash == _hash(listed_on, source, officials)
    )
    return session.scalar(kept) is not None


def add_list(
    session: Session, listed_on: date, source: str, officials: Sequence[NewOfficial], *, now: datetime
) -> str:
    """Keep a list, and give the hash of what it holds. It takes the place of the others when it speaks of a later day, or was brought later for the same."""
    row = OfficialListRow(
        listed_on=listed_on,
        source=source,
        content_hash=_hash(listed_on, source, officials),
        imported_at=now,
    )
    session.add(row)
    session.flush()
    rows = [
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
    ]
    session.add_all(rows)
    session.flush()
    for kept, official in zip(rows, officials, strict=True):
        session.add_all(
            _relative_row(session, kept.id, place, each) for place, each in enumerate(official.family)
        )
    session.flush()
    return row.content_hash


def _relative_row(
    session: Session, official_id: int, position: int, each: NewRelative
) -> OfficialRelativeRow:
    told = orjson.dumps({"name": each.name, "tie": each.tie, "birth_month": each.birth_month})
    return OfficialRelativeRow(
        official_id=official_id,
        position=position,
        sealed=vault_of(session).seal(told, _place(official_id, position)),
        document_hash=each.document_hash,
    )


def _place(official_id: int, position: int) -> str:
    return f"official_relative|{official_id}|{position}"


def _families(session: Session, list_id: int) -> Mapping[int, tuple[Relative, ...]]:
    """The families of a list's officials, by the number of the official's row."""
    row = OfficialRelativeRow
    rows = session.scalars(
        select(row)
        .join(OfficialRow, OfficialRow.id == row.official_id)
        .where(OfficialRow.list_id == list_id)
        .order_by(row.official_id, row.position)
    ).all()
    keys = identities.keys_of(session, {each.document_hash for each in rows if each.document_hash})
    found: dict[int, tuple[Relative, ...]] = defaultdict(tuple)
    for each in rows:
        told = orjson.loads(vault_of(session).unseal(each.sealed, _place(each.official_id, each.position)))
        month, identity = told["birth_month"] or None, keys.get(each.document_hash or "")
        found[each.official_id] += (Relative(told["name"], told["tie"], identity, month),)
    return found


def _newest(session: Session) -> OfficialListRow | None:
    latest = select(OfficialListRow).order_by(OfficialListRow.listed_on.desc(), OfficialListRow.id.desc())
    return session.scalars(latest.limit(1)).first()


def _hash(listed_on: date, source: str, officials: Sequence[NewOfficial]) -> str:
    lines = sorted(f"{each.key}\x1f{each.since}\x1f{each.until}{_told_family(each)}" for each in officials)
    return sha256("\n".join((listed_on.isoformat(), source, *lines)).encode()).hexdigest()


def _told_family(official: NewOfficial) -> str:
    return "".join(
        f"\x1f{each.name}\x1f{each.tie}\x1f{each.document_hash}\x1f{each.birth_month}"
        for each in official.family
    )


def _official(
    row: OfficialRow, listed: OfficialListRow, identity: str | None, family: tuple[Relative, ...]
) -> Official:
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
        family=family,
        ocid=row.ocid,
    )
