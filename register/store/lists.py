"""Lists of the barred, the sanctioned and those in public office; of each kind and source the newest is in force."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.graph.joining import plain
from register.graph.lists import Listed, ListKind
from register.graph.names import core_of_body, folded
from register.models.lists import ListedMarkRow, ListedRow, ListRow
from register.store import identities
from register.store.portions import among, portions

#: Parts of a name by which it is found; longer names are found by their first in the alphabet.
MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class NewListed:
    """An entry about to be kept; `document_hash` comes from `identities.document_hash`, `key` from the list if it has one."""

    key: str
    name: str
    entity: bool | None = None
    other_names: tuple[str, ...] = ()
    country: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    document_hash: str | None = None
    birth_month: str = ""
    by: str = ""
    reason: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def lasting_key(self) -> str:
        """What tells this entry from all others of its list and stays the same from one to the next."""
        told = (self.key,) if self.key else (self.name, str(self.numbers), self.document_hash or "")
        return sha256("\x1f".join(told).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Looked:
    """Whom to look for: names of people and bodies, official numbers, and the keyed hashes of documents."""

    names: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    documents: frozenset[str]


def is_kept(
    session: Session, kind: ListKind, listed_on: date, source: str, entries: Sequence[NewListed]
) -> bool:
    """Whether the very same list is kept already."""
    kept = select(ListRow.id).where(ListRow.content_hash == _hash(kind, listed_on, source, entries))
    return session.scalar(kept) is not None


def add(
    session: Session,
    kind: ListKind,
    listed_on: date,
    source: str,
    entries: Sequence[NewListed],
    *,
    now: datetime,
) -> str:
    """Keep a list, and give the hash of what it holds; it takes the place of those of the same kind and source that speak of an earlier day."""
    row = ListRow(
        kind=kind.value,
        listed_on=listed_on,
        source=source,
        content_hash=_hash(kind, listed_on, source, entries),
        imported_at=now,
    )
    session.add(row)
    session.flush()
    for some in portions(list(entries)):
        rows = [_row(row.id, each) for each in some]
        session.add_all(rows)
        session.flush()
        session.add_all(
            ListedMarkRow(entry_id=kept.id, mark=mark)
            for kept, each in zip(rows, some, strict=True)
            for mark in sorted(_marks((each.name, *each.other_names), each.numbers))
        )
        session.flush()
    return row.content_hash


def kinds_on_file(session: Session) -> frozenset[ListKind]:
    """The kinds of which a list is kept."""
    return frozenset(ListKind(kind) for kind in session.scalars(select(ListRow.kind).distinct()))


def entries_for(session: Session, looked: Looked) -> tuple[Listed, ...]:
    """Every entry of the lists in force that may mean somebody looked for; a flag says whether it does."""
    lists = _in_force(session)
    if not lists:
        return ()
    marks = set(_marks(looked.names, looked.numbers))
    found: dict[int, ListedRow] = {}
    for some in portions(sorted(marks)):
        marked = select(ListedMarkRow.entry_id).where(among(session, ListedMarkRow.mark, some))
        found |= _rows(session, lists, ListedRow.id.in_(marked))
    for some in portions(sorted(looked.documents)):
        found |= _rows(session, lists, among(session, ListedRow.document_hash, some))
    hashes = {row.document_hash for row in found.values() if row.document_hash}
    keys = identities.keys_of(session, hashes)
    return tuple(
        _listed(found[each], lists[found[each].list_id], keys.get(found[each].document_hash or ""))
        for each in sorted(found)
    )


def _rows(session: Session, lists: Collection[int], condition) -> dict[int, ListedRow]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    query = select(ListedRow).where(ListedRow.list_id.in_(list(lists)), condition)
    return {row.id: row for row in session.scalars(query)}


def _in_force(session: Session) -> dict[int, ListRow]:
    newest: dict[tuple[str, str], ListRow] = {}
    for row in session.scalars(select(ListRow).order_by(ListRow.listed_on, ListRow.id)):
        newest[row.kind, row.source] = row
    return {row.id: row for row in newest.values()}


def _marks(names: Iterable[str], numbers: Iterable[tuple[str, str]]) -> Iterator[str]:
    """By what an entry and somebody looked for meet: two parts of a name, the name of a body, a number."""
    marks = set()
    for name in names:
        marks |= {f"2 {one} {other}" for one, other in combinations(sorted(folded(name))[:MOST_PARTS], 2)}
        if core := core_of_body(name):
            marks.add(f"1 {' '.join(sorted(core))}")
    marks |= {f"# {plain(scheme)} {plain(number)}" for scheme, number in numbers}
    yield from marks


def _hash(kind: ListKind, listed_on: date, source: str, entries: Sequence[NewListed]) -> str:
    told = sorted(repr(each) for each in entries)
    return sha256("\n".join((kind.value, listed_on.isoformat(), source, *told)).encode()).hexdigest()


def _row(list_id: int, each: NewListed) -> ListedRow:
    return ListedRow(
        list_id=list_id,
        key=each.lasting_key,
        name=each.name,
        other_names="\n".join(each.other_names),
        numbers="\n".join(f"{scheme} {number}" for scheme, number in each.numbers),
        entity=each.entity,
        country=each.country,
        document_hash=each.document_hash,
        birth_month=each.birth_month or None,
        decided_by=each.by,
        reason=each.reason,
        since=each.since,
        until=each.until,
    )


def _listed(row: ListedRow, of: ListRow, identity: str | None) -> Listed:
    numbers = [line.partition(" ") for line in row.numbers.splitlines()]
    return Listed(
        id=f"{of.kind}:{row.key}",
        kind=ListKind(of.kind),
        name=row.name,
        list_date=of.listed_on,
        source=of.source,
        other_names=tuple(row.other_names.splitlines()),
        entity=row.entity,
        numbers=tuple((scheme, number) for scheme, _, number in numbers),
        identity=identity,
        birth_month=row.birth_month,
        country=row.country,
        by=row.decided_by,
        reason=row.reason,
        since=row.since,
        until=row.until,
    )
