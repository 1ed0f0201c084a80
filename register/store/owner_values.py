"""What was won by the companies of each ultimate owner, as owners are kept today. Officers' and auditors' only."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from register.graph.outliers import concentration
from register.graph.picture import PartyKind
from register.models.companies import CompanyRow
from register.models.contracts import AwardRow, ProcessRow
from register.models.kept_owners import KeptOwnerRow
from register.models.sameness import CrosswalkRow
from register.store.awards_listed import in_force, sharing
from register.store.findings_counted import department_told
from register.store.kept_owners import seen_generation


@dataclass(frozen=True, slots=True)
class OwnerWon:
    """What the suppliers won of which somebody surely is an ultimate owner, in one currency.

    Each owner of a supplier counts with all that it won, so owners of one supplier are not to be added up.
    """

    key: str
    name: str
    kind: PartyKind
    value: Decimal
    awards: int
    suppliers: int


@dataclass(frozen=True, slots=True)
class Won:
    """All that was awarded in one currency, the owners behind the most value first.

    The two concentrations are Herfindahl-Hirschman indices; per owner, suppliers with one strongest owner are one.
    """

    currency: str
    total: Decimal
    awards: int
    per_supplier: int
    per_owner: int
    owners: tuple[OwnerWon, ...]


@dataclass(slots=True)
class _Sum:
    """What is added up of one owner, supplier or currency."""

    value: Decimal = Decimal(0)
    awards: set[tuple[str, str]] = field(default_factory=set)
    suppliers: set[str] = field(default_factory=set)
    name: str = ""
    kind: str = ""

    def add(self, line: Any, part: Decimal, supplier: str) -> None:  # noqa: ANN401 (a row of the query)
        self.value += part
        self.awards.add((line.ocid, line.award_id))
        self.suppliers.add(supplier)


@dataclass(slots=True)
class _Sums:
    whole: _Sum = field(default_factory=_Sum)
    owners: dict[str, _Sum] = field(default_factory=lambda: defaultdict(_Sum))
    per_supplier: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    per_owner: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))


def won(session: Session, *, since: date | None = None, department: str = "") -> tuple[Won, ...]:
    """Add up the awards in force of which the value is told, the currency with the most awards first.

    Awards are read one after the other: only sums are held, not the awards.
    """
    sums: dict[str, _Sums] = defaultdict(_Sums)
    for _, lines in groupby(_awards(session, since, department), key=lambda line: line.id):
        _count(sums, list(lines))
    told = (_told(currency, each) for currency, each in sums.items())
    return tuple(sorted(told, key=lambda each: (-each.awards, each.currency)))


def without_value(session: Session, *, since: date | None = None, department: str = "") -> int:
    """How many lines of awards in force tell no value, and are left out."""
    query = select(func.count()).select_from(AwardRow).join(ProcessRow, ProcessRow.ocid == AwardRow.ocid)
    return session.scalar(query.where(*_asked(since, department), AwardRow.value.is_(None))) or 0


def name_of(session: Session, owner: str) -> str | None:
    """What somebody is called by whose companies declared; None for nobody's key."""
    row = KeptOwnerRow
    query = select(row.name).where(row.generation_id == seen_generation(), row.owner_key == owner)
    return session.scalars(query.order_by(row.company).limit(1)).first()


def _asked(since: date | None, department: str) -> list[Any]:
    conditions = [in_force()]
    if since:
        conditions.append(AwardRow.awarded_on >= since)
    if department:
        conditions.append(department_told() == department)
    return conditions


def _awards(session: Session, since: date | None, department: str) -> Iterator[Any]:
    """Each supplier of each award, once with each of its sure ultimate owners, or once without one."""
    row, owner, company = AwardRow, KeptOwnerRow, CompanyRow
    crossed = aliased(CrosswalkRow)
    joined = (
        select(crossed.scheme, crossed.number, func.max(crossed.subject_record_id).label("subject"))
        .where(crossed.number != "")
        .group_by(crossed.scheme, crossed.number)
        .subquery()
    )
    subject = func.coalesce(company.subject_record_id, joined.c.subject)
    query = (
        select(
            row.id, row.ocid, row.award_id, row.scheme, row.number, row.name, row.value, row.currency,
            sharing().label("sharing"), owner.owner_key, owner.kind, owner.name.label("owner_name"), owner.low,
        )
        .join(ProcessRow, ProcessRow.ocid == row.ocid)
        .outerjoin(company, and_(company.scheme == row.scheme, company.number == row.number, row.number != ""))
        .outerjoin(joined, and_(joined.c.scheme == row.scheme, joined.c.number == row.number))
        .outerjoin(
            owner,
            and_(
                owner.company == subject, owner.generation_id == seen_generation(), owner.does, owner.ultimate
            ),
        )
        .where(*_asked(since, department), row.value.is_not(None))
        .order_by(row.id, owner.owner_key)
        .execution_options(yield_per=1000)
    )  # fmt: skip
    return iter(session.execute(query))


def _count(sums: dict[str, _Sums], lines: list[Any]) -> None:
    one = lines[0]
    part = one.value / one.sharing
    supplier = f"{one.scheme}:{one.number}" if one.number else one.name.casefold()
    of = sums[one.currency or ""]
    of.whole.add(one, part, supplier)
    of.per_supplier[supplier] += part
    owners = [line for line in lines if line.owner_key]
    strongest = max(owners, key=lambda line: (line.low or Decimal(0), line.owner_key), default=None)
    of.per_owner[strongest.owner_key if strongest else supplier] += part
    for line in owners:
        mine = of.owners[line.owner_key]
        mine.name, mine.kind = line.owner_name, line.kind
        mine.add(one, part, supplier)


def _told(currency: str, sums: _Sums) -> Won:
    owners = (
        OwnerWon(key, each.name, PartyKind(each.kind), each.value, len(each.awards), len(each.suppliers))
        for key, each in sums.owners.items()
    )
    return Won(
        currency,
        sums.whole.value,
        len(sums.whole.awards),
        concentration(tuple(sums.per_supplier.values())),
        concentration(tuple(sums.per_owner.values())),
        tuple(sorted(owners, key=lambda each: (-each.value, each.name, each.key))),
    )
