"""Whether a company holds a contract in force, whatever number or name it won under."""

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from register.models.companies import CompanyRow
from register.models.contracts import AwardRow, ContractRow
from register.ocds.facts import AwardStatus
from register.ocds.numbers import NO_NUMBERS
from register.store import sameness
from register.store.published_names import fold

#: Source: OCDS 1.1.5, codelist `contractStatus`.
OVER = ("cancelled", "terminated")


def holds_contract(session: Session, company: str, today: date) -> bool:
    """Whether some contract of a company (by record id) is neither cancelled, nor terminated, nor past its last day."""
    numbers, names = sameness.bidders_of(session, {company})
    numbers |= sameness.numbers_of(session, {company})
    row = CompanyRow
    own = session.execute(select(row.scheme, row.number).where(row.subject_record_id == company))
    known = sorted({*numbers, *((scheme, number) for scheme, number in own)})
    award = AwardRow
    query = select(award.name).where(award.status == AwardStatus.ACTIVE.value, _signed(today))
    if known and session.scalar(query.where(tuple_(award.scheme, award.number).in_(known)).limit(1)):
        return True
    return bool(names) and any(
        fold(each) in names for each in session.scalars(query.where(award.number.in_(NO_NUMBERS)).distinct())
    )


def _signed(today: date) -> ColumnElement[bool]:
    """That a contract in force belongs to the award, or, where it leads to none, to its process."""
    contract, other = ContractRow, aliased(AwardRow)
    leads = exists().where(other.ocid == contract.ocid, other.award_id == contract.award_id)
    return exists().where(
        and_(
            contract.ocid == AwardRow.ocid,
            contract.status.not_in(OVER),
            or_(contract.ends_on.is_(None), contract.ends_on >= today),
            or_(contract.award_id == AwardRow.award_id, ~leads),
        )
    )
