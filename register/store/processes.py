"""What the releases of contracting processes amount to, compared with what is kept and saved: many at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from register.models.base import Base
from register.models.contracts import (
    AwardRow,
    BidRow,
    ContractPartRow,
    ContractRow,
    PartyReachRow,
    ProcessRow,
)
from register.ocds.facts import AwardFacts, BidFacts, ContractFacts, PartFacts, ProcessFacts, ReachFacts
from register.ocds.merging import Compiled
from register.store.contracts import OWN
from register.store.many import execute_all, insert_all, table_of
from register.store.portions import portions

Told = BidFacts | AwardFacts | ContractFacts | PartFacts | ReachFacts


class _Under:
    """A table whose rows stand under a process, each a small dataclass whose fields are named as the columns."""

    def __init__(self, name: str, row: type[Base], kind: type[Told]) -> None:
        self.name = name
        self.kind = kind
        self.table = table_of(row)
        self.names = ("ocid", *(each.name for each in fields(kind)))
        self._values = attrgetter(*self.names[1:])
        self._columns = [self.table.c[each] for each in self.names]

    def rows(self, processes: Iterable[ProcessFacts]) -> Iterator[tuple[Any, ...]]:
        """What is to be written of some processes."""
        values = self._values
        for each in processes:
            for told in getattr(each, self.name):
                yield each.ocid, *values(told)

    def kept(self, session: Session, ocids: list[str]) -> dict[str, tuple[Told, ...]]:
        """What is kept, by process, in the order in which it was told."""
        found: dict[str, list[Told]] = {}
        query = select(*self._columns).where(self.table.c.ocid.in_(ocids)).order_by(self.table.c.id)
        for ocid, *values in session.execute(query):
            found.setdefault(ocid, []).append(self.kind(*values))
        return {ocid: tuple(told) for ocid, told in found.items()}


_UNDER = (
    _Under("bids", BidRow, BidFacts),
    _Under("awards", AwardRow, AwardFacts),
    _Under("contracts", ContractRow, ContractFacts),
    _Under("parts", ContractPartRow, PartFacts),
    _Under("reaches", PartyReachRow, ReachFacts),
)
_PROCESS = table_of(ProcessRow)
_KEPT = [_PROCESS.c[name] for name in OWN]
_own = attrgetter(*OWN)
_ANEW = update(_PROCESS).where(_PROCESS.c.ocid == bindparam("of"))


@dataclass(frozen=True, slots=True)
class Settled:
    """What the releases of one process amount to."""

    facts: ProcessFacts
    compiled: Compiled


def save_processes(session: Session, settled: Sequence[Settled], *, now: datetime) -> frozenset[str]:
    """Keep what came of some processes, each told once; give those that are new, or of which anything but the merged
    release's stamp changed.
    """
    kept = _kept(session, [each.facts.ocid for each in settled])
    new = [each for each in settled if each.facts.ocid not in kept]
    known = [each for each in settled if each.facts.ocid in kept]
    changed = [each for each in known if _differs(each, kept[each.facts.ocid])]
    stamped = [each for each in known if each.compiled.text != kept[each.facts.ocid].compiled.text]
    told = ((*_own(each.facts), each.compiled.text, now) for each in new)
    insert_all(session, _PROCESS, (*OWN, "compiled", "changed_at"), told)
    execute_all(session, _ANEW, [{"of": each.facts.ocid, "compiled": each.compiled.text} for each in stamped])
    execute_all(session, _ANEW, [{"of": each.facts.ocid, **_row(each, now)} for each in changed])
    _replace(session, [each.facts for each in changed], [each.facts for each in new])
    return frozenset(each.facts.ocid for each in (*new, *changed))


def _replace(session: Session, changed: list[ProcessFacts], new: list[ProcessFacts]) -> None:
    for under in _UNDER:
        for some in portions([facts.ocid for facts in changed]):
            session.execute(delete(under.table).where(under.table.c.ocid.in_(some)))
        insert_all(session, under.table, under.names, under.rows((*changed, *new)))


def _row(settled: Settled, now: datetime) -> dict[str, Any]:
    own = dict(zip(OWN, _own(settled.facts), strict=True))
    return own | {"compiled": settled.compiled.text, "changed_at": now}


def _differs(settled: Settled, kept: Settled) -> bool:
    # The same text is the same content: most of what is imported again need not be taken apart.
    same = settled.compiled.text == kept.compiled.text or settled.compiled.content == kept.compiled.content
    return not same or settled.facts != kept.facts


def _kept(session: Session, ocids: list[str]) -> dict[str, Settled]:
    found: dict[str, Settled] = {}
    for some in portions(ocids):
        rows = session.execute(select(_PROCESS.c.compiled, *_KEPT).where(_PROCESS.c.ocid.in_(some))).all()
        known = [row.ocid for row in rows]
        parts: dict[str, Any] = {each.name: each.kept(session, known) for each in _UNDER} if known else {}
        for compiled, *own in rows:
            told = {name: each.get(own[0], ()) for name, each in parts.items()}
            facts = ProcessFacts(**dict(zip(OWN, own, strict=True)), **told)
            found[facts.ocid] = Settled(facts, Compiled(compiled))
    return found
