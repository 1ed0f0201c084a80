"""Awards in force in a list, as officers and auditors ask for them: of a month, a group, a department, or late declarers."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from register.models.base import Instant
from register.models.companies import CompanyRow
from register.models.contracts import AwardRow, ContractRow, ProcessRow
from register.models.kept_owners import KeptOwnerRow
from register.models.sameness import CrosswalkRow
from register.ocds.facts import AwardStatus
from register.store.coverage import declared_by
from register.store.findings_counted import department_told, reserved
from register.store.kept_owners import seen_generation
from register.store.portions import portions


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which awards: made from `since` to before `until`; empty words leave out nothing.

    `due` gives the last moment to declare for awards of each day: only those are meant whose supplier was later.
    """

    since: date | None = None
    until: date | None = None
    group: str = ""
    department: str = ""
    #: The key of an ultimate owner, as `kept_owners` has it: only awards to companies that are surely theirs.
    owner: str = ""
    #: The record id of a company: only awards to it.
    company: str = ""
    due: Mapping[date, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One supplier of one award in force. `value` is the whole award's, which its `suppliers` share."""

    ocid: str
    tender_id: str
    title: str
    department: str
    ward: str
    method: str
    award_id: str
    name: str
    scheme: str
    number: str
    value: Decimal | None
    currency: str
    awarded_on: date | None
    suppliers: int
    reserved_for: str
    signed_on: date | None
    declared_at: datetime | None

    @property
    def part(self) -> Decimal | None:
        """What counts for this supplier: an equal part, as nobody says how they share."""
        return None if self.value is None else self.value / self.suppliers


def count(session: Session, wanted: Wanted) -> int:
    """How many lines there are, one a supplier of each award."""
    return session.scalar(_of(wanted, select(func.count()))) or 0


def count_awards(session: Session, wanted: Wanted) -> int:
    """How many awards there are; one that several suppliers won together is one."""
    every = _of(wanted, select(AwardRow.ocid, AwardRow.award_id)).distinct().subquery()
    return session.scalar(select(func.count()).select_from(every)) or 0


def days(session: Session, wanted: Wanted) -> tuple[date, ...]:
    """The different days on which these were awarded."""
    found = session.scalars(_of(wanted, select(AwardRow.awarded_on)).distinct())
    return tuple(sorted(each for each in found if each is not None))


def awards(
    session: Session, wanted: Wanted, *, limit: int | None = None, offset: int = 0
) -> tuple[AwardLine, ...]:
    """Some of them, the latest first."""
    row, process = AwardRow, ProcessRow
    query = _of(
        wanted,
        select(
            row.ocid, process.tender_id, process.title, department_told(), process.ward, process.method,
            row.award_id, row.name, row.scheme, row.number, row.value, func.coalesce(row.currency, ""),
            row.awarded_on, sharing(), process.reserved_for, _signed_on(),
            declared_by(row.scheme.expression, row.number.expression),
        ),
    )  # fmt: skip
    ordered = query.order_by(row.awarded_on.desc().nulls_last(), row.ocid, row.id)
    return tuple(AwardLine(*each) for each in session.execute(ordered.limit(limit).offset(offset)))


def parts(session: Session, wanted: Wanted) -> Iterator[tuple[str, Decimal]]:
    """What counts for each supplier of each award that tells its value, with the currency; one after the other."""
    row = AwardRow
    query = _of(wanted, select(func.coalesce(row.currency, ""), row.value, sharing()))
    rows = session.execute(query.where(row.value.is_not(None)).execution_options(yield_per=1000))
    return ((currency, value / suppliers) for currency, value, suppliers in rows)


def groups(session: Session, since: date | None = None) -> tuple[str, ...]:
    """The groups for whom awards were reserved, each once."""
    found: set[str] = set()
    for column in (ProcessRow.reserved_for, ContractRow.reserved_for):
        told = (
            select(column).join(AwardRow, AwardRow.ocid == column.class_.ocid).where(in_force(), column != "")
        )
        for words in session.scalars(
            (told if since is None else told.where(AwardRow.awarded_on >= since)).distinct()
        ):
            found.update(words.split())
    return tuple(sorted(found))


def _of(wanted: Wanted, query: Any) -> Any:  # noqa: ANN401 (a select of any columns)
    row = AwardRow
    conditions = [in_force()]
    if wanted.since:
        conditions.append(row.awarded_on >= wanted.since)
    if wanted.until:
        conditions.append(row.awarded_on < wanted.until)
    if wanted.group:
        conditions.append(reserved(wanted.group))
    if wanted.department:
        conditions.append(department_told() == wanted.department)
    if wanted.owner:
        conditions.append(_owned(wanted.owner))
    if wanted.company:
        conditions.append(_to_companies([wanted.company]))
    if wanted.due:
        first = declared_by(row.scheme.expression, row.number.expression)
        last = case(
            {day: literal(moment, Instant()) for day, moment in wanted.due.items()}, value=row.awarded_on
        )
        conditions += [row.awarded_on.in_(wanted.due), or_(first.is_(None), first > last)]
    joined = query.select_from(row).join(ProcessRow, ProcessRow.ocid == row.ocid)
    return joined.where(*conditions)


def in_force() -> ColumnElement[bool]:
    """That an award stands, and to somebody."""
    return (AwardRow.status == AwardStatus.ACTIVE.value) & (AwardRow.name != "")


def numbers_of(session: Session, companies: Collection[str]) -> Mapping[tuple[str, str], str]:
    """The record id of each of these companies by every scheme and number under which it may have won."""
    found: dict[tuple[str, str], str] = {}
    for row in (CrosswalkRow, CompanyRow):
        for some in portions(sorted(set(companies))):
            query = select(row.scheme, row.number, row.subject_record_id).where(
                row.subject_record_id.in_(some), row.number != ""
            )
            found |= {(scheme, number): subject for scheme, number, subject in session.execute(query)}
    return found


def _owned(owner: str) -> ColumnElement[bool]:
    kept = KeptOwnerRow
    return _to_companies(
        select(kept.company).where(
            kept.generation_id == seen_generation(), kept.owner_key == owner, kept.does, kept.ultimate
        )
    )


def _to_companies(mine: Select[str] | list[str]) -> ColumnElement[bool]:
    company, crossed = CompanyRow, CrosswalkRow
    return and_(
        AwardRow.number != "",
        or_(
            *(
                exists().where(
                    each.scheme == AwardRow.scheme,
                    each.number == AwardRow.number,
                    each.subject_record_id.in_(mine),
                )
                for each in (company, crossed)
            )
        ),
    )


def sharing() -> ScalarSelect[int]:
    """Count the suppliers of the same award, within another query."""
    other = aliased(AwardRow)
    return (
        select(func.count())
        .select_from(other)
        .where(
            other.ocid == AwardRow.ocid,
            other.award_id == AwardRow.award_id,
            other.status == AwardStatus.ACTIVE.value,
            other.name != "",
        )
        .scalar_subquery()
    )


def _signed_on() -> ColumnElement[date | None]:
    """When a contract of this award was first signed; where none leads to the award, when any of the process was."""
    contract, one = ContractRow, aliased(ContractRow)
    own = select(func.min(contract.signed_on)).where(
        contract.ocid == AwardRow.ocid, contract.award_id == AwardRow.award_id
    )
    any_of = select(func.min(one.signed_on)).where(one.ocid == AwardRow.ocid)
    return func.coalesce(own.scalar_subquery(), any_of.scalar_subquery())
