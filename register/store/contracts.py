"""Contracting processes, one at a time or by the companies in them. Officers' only; the public asks `awards`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, func, select, tuple_
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.contracts import (
    AwardRow,
    BidRow,
    ContractPartRow,
    ContractRow,
    PartyReachRow,
    ProcessRow,
    ReleaseRow,
)
from register.ocds.facts import (
    AwardFacts,
    AwardStatus,
    BidFacts,
    ContractFacts,
    PartFacts,
    ProcessFacts,
    ReachFacts,
    TenderStatus,
)
from register.ocds.numbers import plain_number, plain_scheme
from register.store.portions import portions

OVER = (TenderStatus.CANCELLED, TenderStatus.UNSUCCESSFUL, TenderStatus.COMPLETE, TenderStatus.WITHDRAWN)

#: Fields of a process that stand in its own row.
OWN = (
    "ocid",
    "title",
    "tender_id",
    "buyer",
    "method",
    "status",
    "opens",
    "closes",
    "awarded_on",
    "department",
    "ward",
    "reserved_for",
    "classes",
)

Facts = TypeVar("Facts")


class ProcessUnknownError(RegisterError):
    """No release of this contracting process was ever imported."""

    def __init__(self, ocid: str) -> None:
        self.ocid = ocid
        super().__init__(f"no contracting process {ocid!r} is known")


@dataclass(frozen=True, slots=True)
class ContractCounts:
    """How much is known. `bidders` are different official numbers; `without_number` are bidders that have none."""

    releases: int
    processes: int
    open_processes: int
    awarded_processes: int
    bids: int
    awards_in_force: int
    bidders: int
    without_number: int


def process(session: Session, ocid: str) -> ProcessFacts:
    """All that is known of one process. Raises ProcessUnknownError."""
    # Without the merged release, which may be long; most processes have nothing in some of the tables.
    columns = [getattr(ProcessRow, name) for name in OWN]
    filled = [
        exists().where(table.ocid == ocid)
        for table in (AwardRow, ContractRow, ContractPartRow, PartyReachRow)
    ]
    row = session.execute(select(*columns, *filled).where(ProcessRow.ocid == ocid)).first()
    if row is None:
        raise ProcessUnknownError(ocid)
    awards, contracts, parts, reaches = row[len(OWN) :]
    bids = session.scalars(select(BidRow).where(BidRow.ocid == ocid).order_by(BidRow.position, BidRow.id))
    return ProcessFacts(
        **dict(zip(OWN, row[: len(OWN)], strict=True)),
        bids=tuple(told(BidFacts, each) for each in bids),
        awards=_under(session, ocid, AwardRow, AwardFacts) if awards else (),
        contracts=_under(session, ocid, ContractRow, ContractFacts) if contracts else (),
        parts=_under(session, ocid, ContractPartRow, PartFacts) if parts else (),
        reaches=_under(session, ocid, PartyReachRow, ReachFacts) if reaches else (),
    )


def _under(session: Session, ocid: str, row: Any, kind: type[Facts]) -> tuple[Facts, ...]:  # noqa: ANN401 (a table)
    return tuple(
        told(kind, each) for each in session.scalars(select(row).where(row.ocid == ocid).order_by(row.id))
    )


def ocids(session: Session, *, open_only: bool = False) -> tuple[str, ...]:
    """Every process, or those that are neither over nor awarded."""
    query = select(ProcessRow.ocid).order_by(ProcessRow.ocid)
    return tuple(session.scalars(query.where(is_open()) if open_only else query))


def called(session: Session, sought: str) -> tuple[str, ...]:
    """The processes with this ocid, or else those whose tender has this number, in order of ocid."""
    row = ProcessRow
    if session.get(row, sought):
        return (sought,)
    return tuple(session.scalars(select(row.ocid).where(row.tender_id == sought).order_by(row.ocid)))


def changed_since(session: Session, moment: datetime) -> tuple[str, ...]:
    """The processes of which something new was read at that moment or later, in order of ocid."""
    row = ProcessRow
    return tuple(session.scalars(select(row.ocid).where(row.changed_at >= moment).order_by(row.ocid)))


def processes_of(session: Session, identifiers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The processes in which a company with one of these numbers (scheme, number) bid or won, in order of ocid."""
    found: set[str] = set()
    for some in in_parts(identifiers):
        for row in (BidRow, AwardRow):
            found.update(session.scalars(select(row.ocid).where(tuple_(row.scheme, row.number).in_(some))))
    return tuple(sorted(found))


def counts(session: Session) -> ContractCounts:
    """How much is known in all."""

    def number(query: Select[*tuple[Any, ...]]) -> int:
        return session.scalar(select(func.count()).select_from(query.subquery())) or 0

    return ContractCounts(
        releases=number(select(ReleaseRow.content_hash)),
        processes=number(select(ProcessRow.ocid)),
        open_processes=number(select(ProcessRow.ocid).where(is_open())),
        awarded_processes=number(select(ProcessRow.ocid).where(ProcessRow.awarded_on.is_not(None))),
        bids=number(select(BidRow.id)),
        awards_in_force=number(select(AwardRow.id).where(AwardRow.status == AwardStatus.ACTIVE)),
        bidders=number(select(BidRow.scheme, BidRow.number).where(BidRow.number != "").distinct()),
        without_number=number(select(BidRow.ocid, BidRow.name).where(BidRow.number == "").distinct()),
    )


def told(kind: type[Facts], row: object) -> Facts:
    """Copy a row into the dataclass whose fields are named as its columns."""
    return kind(**{each.name: getattr(row, each.name) for each in fields(kind)})  # type: ignore[arg-type]


def is_open() -> ColumnElement[bool]:
    """That a process is neither over nor awarded."""
    return and_(ProcessRow.status.not_in(OVER), ProcessRow.awarded_on.is_(None))


def in_parts(identifiers: Iterable[tuple[str, str]]) -> Iterator[Sequence[tuple[str, str]]]:
    """Numbers written one way, so many at a time; a number without a scheme could be anybody's and is left out."""
    plain = {(plain_scheme(scheme), plain_number(scheme, number)) for scheme, number in identifiers}
    asked = sorted((scheme, number) for scheme, number in plain if scheme and number)
    yield from portions(asked)
