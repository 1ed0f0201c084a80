"""Which lists of officials, the exposed, the barred and the sanctioned are loaded, by whom, and who stands on each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.graph.lists import ListKind
from register.models.accounts import AccountRow
from register.models.lists import ListedRow, ListRow, ListSenderRow
from register.models.officials import OfficialListRow, OfficialRow

#: The kind that is kept apart: members of its families are sealed and told to nobody.
OFFICIALS = "officials"
KINDS = (OFFICIALS, *(each.value for each in ListKind))


class ListUnknownError(RegisterError):
    """There is no such list."""

    def __init__(self, kind: str, list_id: int) -> None:
        self.kind, self.list_id = kind, list_id
        super().__init__(f"there is no list {list_id} of kind {kind}")


@dataclass(frozen=True, slots=True)
class LoadedList:
    """One list: the day it speaks of, how many stand on it, and who sent it; empty: it came by the command line.

    `in_force`: no later one of the same kind (and, but for officials, the same source) has taken its place.
    """

    id: int
    kind: str
    listed_on: date
    source: str
    imported_at: datetime
    entries: int
    sent_by: str
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `about` is the office of an official, or what a list gives as its reason; `by` who decided or where."""

    name: str
    other_names: tuple[str, ...]
    about: str
    by: str
    numbers: tuple[tuple[str, str], ...]
    since: date | None
    until: date | None
    #: The one tender in which an official has a part; empty for all.
    ocid: str = ""


def sent(session: Session, content_hash: str, account_id: int) -> None:
    """Keep who sent a list."""
    session.add(ListSenderRow(content_hash=content_hash, account_id=account_id))
    session.flush()


def loaded(session: Session, kind: str, *, limit: int) -> tuple[LoadedList, ...]:
    """The lists of a kind: those in force first, then the latest others, no more than `limit` of these."""
    every = _lists(session, kind)
    current = {each.id for each in _in_force(every)}
    standing = tuple(replace(each, in_force=True) for each in every if each.id in current)
    return (*standing, *[each for each in every if each.id not in current][:limit])


def one(session: Session, kind: str, list_id: int) -> LoadedList:
    """One list. Raises ListUnknownError."""
    every = _lists(session, kind) if kind in KINDS else ()
    current = {each.id for each in _in_force(every)}
    for each in every:
        if each.id == list_id:
            return replace(each, in_force=each.id in current)
    raise ListUnknownError(kind, list_id)


def entries(session: Session, kind: str, list_id: int, *, limit: int, offset: int) -> tuple[Entry, ...]:
    """Some of those on a list, by name."""
    if kind == OFFICIALS:
        seat = OfficialRow
        officials = select(seat).where(seat.list_id == list_id).order_by(seat.name, seat.id)
        return tuple(
            Entry(row.name, (), row.role, row.body, (), row.since, row.until, row.ocid or "")
            for row in session.scalars(officials.limit(limit).offset(offset))
        )
    row = ListedRow
    query = select(row).where(row.list_id == list_id).order_by(row.name, row.id)
    return tuple(map(_entry, session.scalars(query.limit(limit).offset(offset))))


def _lists(session: Session, kind: str) -> tuple[LoadedList, ...]:
    """Every list of a kind, the latest day first, and of one day what was brought last."""
    row: type[OfficialListRow | ListRow] = OfficialListRow if kind == OFFICIALS else ListRow
    entry: type[OfficialRow | ListedRow] = OfficialRow if kind == OFFICIALS else ListedRow
    counted = select(func.count()).where(entry.list_id == row.id).scalar_subquery()
    sender = ListSenderRow
    query = (
        select(row.id, row.listed_on, row.source, row.imported_at, counted, AccountRow.name)
        .outerjoin(sender, sender.content_hash == row.content_hash)
        .outerjoin(AccountRow, AccountRow.id == sender.account_id)
        .order_by(row.listed_on.desc(), row.id.desc())
    )
    if kind != OFFICIALS:
        query = query.where(ListRow.kind == kind)
    return tuple(
        LoadedList(list_id, kind, listed_on, source, at, many, name or "")
        for list_id, listed_on, source, at, many, name in session.execute(query)
    )


def _in_force(every: tuple[LoadedList, ...]) -> Iterator[LoadedList]:
    """The first of each source; of officials the first of all."""
    by_source = sorted(every, key=lambda each: "" if each.kind == OFFICIALS else each.source)
    for _, same in groupby(by_source, key=lambda each: "" if each.kind == OFFICIALS else each.source):
        yield next(same)


def _entry(row: ListedRow) -> Entry:
    numbers = [line.partition(" ") for line in row.numbers.splitlines()]
    return Entry(
        name=row.name,
        other_names=tuple(row.other_names.splitlines()),
        about=row.reason,
        by=row.decided_by,
        numbers=tuple((scheme, number) for scheme, _, number in numbers),
        since=row.since,
        until=row.until,
    )
