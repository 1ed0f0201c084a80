"""Which owners at the upper end of a company's chains came and went, as the worker found it; officers' only."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from register.graph.picture import PartyKind
from register.models.watching import OwnerChangeRow
from register.store.owner_generations import KeptOwner
from register.store.portions import portions


class Turn(StrEnum):
    """What became of an owner."""

    CAME = "came"
    WENT = "went"


@dataclass(frozen=True, slots=True)
class OwnerChange:
    """One owner who came or went; `company` is a record id, `contracted` whether it held a contract in force then."""

    company: str
    owner_key: str
    name: str
    kind: PartyKind
    turn: Turn
    found_at: datetime
    contracted: bool


def turned(before: Iterable[KeptOwner], after: Iterable[KeptOwner]) -> tuple[tuple[Turn, KeptOwner], ...]:
    """Who is surely at the upper end of the chains now and was not, and the other way round."""
    old, new = _at_the_end(before), _at_the_end(after)
    went = [(Turn.WENT, old[key]) for key in sorted(old.keys() - new.keys())]
    came = [(Turn.CAME, new[key]) for key in sorted(new.keys() - old.keys())]
    return (*came, *went)


def _at_the_end(owners: Iterable[KeptOwner]) -> dict[str, KeptOwner]:
    return {each.key: each for each in owners if each.does and each.ultimate}


def add(
    session: Session,
    company: str,
    turns: Iterable[tuple[Turn, KeptOwner]],
    *,
    contracted: bool,
    now: datetime,
) -> int:
    """Keep what turned, and give how much of it was new: what was found in a rebuild that was killed is known."""
    new = [(turn, owner) for turn, owner in turns if _last(session, company, owner.key) is not turn]
    session.add_all(
        OwnerChangeRow(
            company=company,
            owner_key=owner.key,
            name=owner.name,
            kind=owner.kind.value,
            turn=turn.value,
            found_at=now,
            contracted=contracted,
        )
        for turn, owner in new
    )
    session.flush()
    return len(new)


def of_companies(session: Session, companies: Collection[str], limit: int) -> tuple[OwnerChange, ...]:
    """The latest changes in any of these companies, newest first."""
    found: list[OwnerChangeRow] = []
    for some in portions(sorted(set(companies))):
        found += session.scalars(_newest(limit).where(OwnerChangeRow.company.in_(some)))
    newest = sorted(found, key=lambda each: each.id, reverse=True)
    return tuple(_change(each) for each in newest[:limit])


def of_contractors(session: Session, limit: int) -> tuple[OwnerChange, ...]:
    """The latest changes in companies that held a contract in force, newest first."""
    return tuple(map(_change, session.scalars(_newest(limit).where(OwnerChangeRow.contracted))))


def newest_of(session: Session, company: str) -> int:
    """The number of the last change in a company; 0 for none."""
    row = OwnerChangeRow
    return session.scalar(select(row.id).where(row.company == company).order_by(row.id.desc()).limit(1)) or 0


def _newest(limit: int) -> Select[OwnerChangeRow]:
    return select(OwnerChangeRow).order_by(OwnerChangeRow.id.desc()).limit(limit)


def _last(session: Session, company: str, owner_key: str) -> Turn | None:
    row = OwnerChangeRow
    query = select(row.turn).where(row.company == company, row.owner_key == owner_key)
    last = session.scalar(query.order_by(row.id.desc()).limit(1))
    return Turn(last) if last else None


def _change(row: OwnerChangeRow) -> OwnerChange:
    return OwnerChange(
        company=row.company,
        owner_key=row.owner_key,
        name=row.name,
        kind=PartyKind(row.kind),
        turn=Turn(row.turn),
        found_at=row.found_at,
        contracted=row.contracted,
    )
