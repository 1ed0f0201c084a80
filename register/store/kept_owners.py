"""Who owns which declared company, as last worked out of the whole register: officers' only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from register.graph.picture import Control, PartyKind
from register.graph.shares import Range
from register.models.kept_owners import KeptCompanyRow, KeptOwnerRow, OwnerGenerationRow
from register.store.owner_generations import KeptOwner
from register.store.portions import among, portions

NOTHING = Decimal(-1)


@dataclass(frozen=True, slots=True)
class Owned:
    """A company by its record id, and what one owner is to it."""

    company: str
    owner: KeptOwner


def seen_generation() -> ScalarSelect[int]:
    """The generation that readers see, within the query itself: no answer is made of two."""
    row = OwnerGenerationRow
    newest = select(row.id).where(row.finished_at.is_not(None)).order_by(row.id.desc()).limit(1)
    return newest.scalar_subquery()


def owners_of_company(session: Session, company: str) -> tuple[KeptOwner, ...]:
    """Give every owner of a company, by its record id: sure ones first, the largest first."""
    row = KeptOwnerRow
    rows = session.scalars(
        select(row)
        .where(row.generation_id == seen_generation(), row.company == company)
        .execution_options(populate_existing=True)
    )
    return tuple(sorted(map(_owner, rows), key=_weight))


def companies_of_owner(session: Session, owner_key: str) -> tuple[Owned, ...]:
    """Give every declared company that somebody owns or may own, by the owner's key as `KeptOwner` has it."""
    row = KeptOwnerRow
    rows = session.scalars(
        select(row)
        .where(row.generation_id == seen_generation(), row.owner_key == owner_key)
        .order_by(row.company)
        .execution_options(populate_existing=True)
    )
    return tuple(Owned(each.company, _owner(each)) for each in rows)


def counts_of(session: Session, owner_keys: Collection[str]) -> Mapping[str, int]:
    """Count the declared companies of which each of these is surely an owner; who has none is left out."""
    row, found = KeptOwnerRow, dict[str, int]()
    for some in portions(sorted(set(owner_keys))):
        counted = session.execute(
            select(row.owner_key, func.count())
            .where(row.generation_id == seen_generation(), among(session, row.owner_key, some), row.does)
            .group_by(row.owner_key)
        )
        found.update(dict(iter(counted)))
    return found


def looked_at(session: Session, company: str) -> date | None:
    """The day for which a company's owners are kept; None when nobody has worked them out."""
    row = KeptCompanyRow
    return session.scalar(
        select(row.as_of).where(row.generation_id == seen_generation(), row.company == company)
    )


def last_looked_at(session: Session) -> date | None:
    """The last day for which the owners of any company are kept; None when they never were worked out."""
    row = KeptCompanyRow
    return session.scalar(select(func.max(row.as_of)).where(row.generation_id == seen_generation()))


def _owner(row: KeptOwnerRow) -> KeptOwner:
    share = None
    if row.low is not None and row.high is not None:
        share = Range(row.low, row.high, row.low_excluded, row.high_excluded)
    ways = tuple(Control(each) for each in row.ways.split())
    return KeptOwner(row.owner_key, PartyKind(row.kind), row.name, share, ways, row.does, row.ultimate)


def _weight(owner: KeptOwner) -> tuple[bool, Decimal, Decimal, str]:
    low, high = (owner.economic.low, owner.economic.high) if owner.economic else (NOTHING, NOTHING)
    return not owner.does, -low, -high, owner.key
