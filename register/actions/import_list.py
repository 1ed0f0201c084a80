"""Take in a list of the barred, the sanctioned or those in public office, whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.elsewhere.lists.line import ListLine
from register.graph.lists import ListKind
from register.store import audit, identities, lists, lists_loaded
from register.store.lists import NewListed


@dataclass(frozen=True, slots=True)
class ImportedList:
    """What came of it: how many entries the list has; `new` False: it was known already, or is empty."""

    new: bool
    entries: int


def import_list(
    session: Session,
    lines: Iterable[ListLine],
    *,
    kind: ListKind,
    listed_on: date,
    source: str,
    now: datetime,
    by: Principal | None = None,
) -> ImportedList:
    """Keep a list by its kind, day and source; the same list again, or an empty one, changes nothing. `by` sent it.

    Numbers of documents are kept as keyed hashes alone. The open processes are then to be asked about again.
    """
    entries = tuple(dict.fromkeys(_entry(session, line) for line in lines))

    if not entries or lists.is_kept(session, kind, listed_on, source, entries):
        return ImportedList(False, len(entries))

    kept = lists.add(session, kind, listed_on, source, entries, now=now)
    if by:
        lists_loaded.sent(session, kept, by.account_id)
    audit.record(
        session,
        actor=by.actor if by else "clock",
        action="list imported",
        about=f"{kind.value} of {listed_on.isoformat()}",
        at=now,
        facts={"entries": str(len(entries)), "source": source},
    )
    return ImportedList(True, len(entries))


def _entry(session: Session, line: ListLine) -> NewListed:
    scheme, number = line.document_scheme, line.document_number
    return NewListed(
        key=line.key,
        name=line.name,
        entity=line.entity,
        other_names=line.other_names,
        country=line.country,
        numbers=line.numbers,
        document_hash=identities.document_hash(session, scheme, number) if scheme else None,
        birth_month=line.born,
        by=line.by,
        reason=line.reason,
        since=line.since,
        until=line.until,
    )
