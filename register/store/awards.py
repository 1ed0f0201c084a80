"""Awards in force: all that the public may know of a contracting process. Bids and losers are not told here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from register.models.contracts import AwardRow, ProcessRow
from register.ocds.facts import AwardStatus
from register.store.contracts import in_parts


@dataclass(frozen=True, slots=True)
class PublicAward:
    """One supplier of one award in force, and what was bought. Suppliers who won together share the whole value."""

    ocid: str
    tender_id: str
    title: str
    buyer: str
    method: str
    award_id: str
    name: str
    scheme: str
    number: str
    value: Decimal | None
    currency: str | None
    awarded_on: date | None


def awards_of(session: Session, identifiers: Iterable[tuple[str, str]]) -> tuple[PublicAward, ...]:
    """What companies with these numbers (scheme, number) have won, latest first."""
    found = [
        award
        for some in in_parts(identifiers)
        for award in _told(session, _awards().where(tuple_(AwardRow.scheme, AwardRow.number).in_(some)))
    ]
    return tuple(sorted(found, key=lambda award: (award.awarded_on or date.min, award.ocid), reverse=True))


def awards_in(session: Session, ocid: str) -> tuple[PublicAward, ...]:
    """What was awarded in one process; empty when nothing is, or when the process is not known."""
    return _told(session, _awards().where(AwardRow.ocid == ocid).order_by(AwardRow.id))


def latest_awards(session: Session, limit: int = 20, *, offset: int = 0) -> tuple[PublicAward, ...]:
    """The latest awards, latest first; those without a day come last."""
    newest = (AwardRow.awarded_on.desc().nulls_last(), AwardRow.ocid.asc(), AwardRow.id.asc())
    return _told(session, _awards().order_by(*newest).limit(limit).offset(offset))


def _awards() -> Select[AwardRow, ProcessRow]:
    joined = select(AwardRow, ProcessRow).join(ProcessRow, ProcessRow.ocid == AwardRow.ocid)
    return joined.where(AwardRow.status == AwardStatus.ACTIVE, AwardRow.name != "")


def _told(session: Session, query: Select[AwardRow, ProcessRow]) -> tuple[PublicAward, ...]:
    return tuple(_public(award, process) for award, process in session.execute(query))


def _public(award: AwardRow, process: ProcessRow) -> PublicAward:
    return PublicAward(
        ocid=award.ocid,
        tender_id=process.tender_id,
        title=award.title or process.title,
        buyer=process.buyer,
        method=process.method,
        award_id=award.award_id,
        name=award.name,
        scheme=award.scheme,
        number=award.number,
        value=award.value,
        currency=award.currency,
        awarded_on=award.awarded_on,
    )
