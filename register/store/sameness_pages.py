"""What a registrar sees of two records side by side; private particulars stay shut, only whether they agree is told."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from bods.records import Entity, Person, Relationship
from register.declarations.statements import Told
from register.models.companies import CompanyRow
from register.models.contracts import AwardRow, BidRow, ProcessRow
from register.ocds.numbers import NO_NUMBERS
from register.store import identities, statements
from register.store.likeness import BIDDER, Kind, bidder_key
from register.store.portions import portions
from register.store.published_names import fold

MOST_TENDERS = 10


@dataclass(frozen=True, slots=True)
class Side:
    """One of two records. `stands_in` are companies it stands in, or tenders it bids in; `numbers` official ones."""

    key: str
    name: str
    other_names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    stands_in: tuple[str, ...] = ()
    #: For a person: None while nobody has said who they are, else whether that is confirmed.
    confirmed: bool | None = None


def side(session: Session, kind: Kind, key: str) -> Side | None:
    """One record as it stands; None when there is none."""
    if kind is Kind.PERSON:
        return _person(session, key)
    return _bidder(session, key) if key.startswith(BIDDER) else _company(session, key)


def name(session: Session, kind: Kind, key: str) -> str:
    """What a record is called; its key when it is gone."""
    found = side(session, kind, key)
    return found.name if found else key


def company_names(session: Session, keys: Collection[str]) -> dict[str, str]:
    """What these companies and bidders are called, by key; one that is gone is called by its number."""
    found = _companies_called(session, [each for each in keys if not each.startswith(BIDDER)])
    bidders = [each.removeprefix(BIDDER).partition(":") for each in keys if each.startswith(BIDDER)]
    numbered = [(scheme, number) for scheme, _, number in bidders if scheme]
    for kind in (BidRow, AwardRow):
        for some in portions(sorted(numbered)):
            query = select(kind.scheme, kind.number, kind.name).where(
                tuple_(kind.scheme, kind.number).in_(some), kind.name != ""
            )
            found = {bidder_key(*row): row[2] for row in session.execute(query.distinct())} | found
        if len(numbered) < len(bidders):
            bare = session.scalars(select(kind.name).where(kind.number.in_(NO_NUMBERS)).distinct())
            found = {bidder_key("", "", name): name for name in bare} | found
    return {key: found.get(key, key.rpartition(":")[2]) for key in keys}


def _companies_called(session: Session, subjects: list[str]) -> dict[str, str]:
    row, found = CompanyRow, dict[str, str]()
    for some in portions(subjects):
        query = select(row.subject_record_id, row.name).where(row.subject_record_id.in_(some))
        found.update((subject, name) for subject, name in session.execute(query))
    return found


def _person(session: Session, key: str) -> Side | None:
    made = statements.about(session, key)
    told = Told(made).open.get(key)
    if told is None or not isinstance(told.record, Person):
        return None
    record = told.record
    names = list(dict.fromkeys(each.full_name for each in record.names))
    claim = identities.claims_of(session, [key]).get(key)
    return Side(
        key=key,
        name=names[0] if names else key,
        other_names=tuple(names[1:]),
        countries=tuple(dict.fromkeys(each.code or "" for each in record.nationalities)),
        stands_in=tuple(_companies(session, told.declaration_subject)),
        confirmed=None if claim is None else claim.confirmed_at is not None,
    )


def _companies(session: Session, subject: str) -> list[str]:
    row = CompanyRow
    return list(session.scalars(select(row.name).where(row.subject_record_id == subject)))


def _company(session: Session, key: str) -> Side | None:
    row = session.scalars(select(CompanyRow).where(CompanyRow.subject_record_id == key)).first()
    if row is None:
        return None
    told = Told(statements.of_subject(session, key)).open
    own = told[key].record if key in told else None
    others = own.alternate_names if isinstance(own, Entity) else ()
    stated = own.identifiers if isinstance(own, Entity) else ()
    numbers = [
        f"{row.number} ({row.scheme})",
        *(f"{each.id} ({each.scheme})" for each in stated if each.scheme),
    ]
    owners = [
        _named(told[each.record.interested_party].record)
        for each in told.values()
        if isinstance(each.record, Relationship)
        and isinstance(each.record.interested_party, str)
        and each.record.interested_party in told
    ]
    return Side(
        key=key,
        name=row.name,
        other_names=tuple(others),
        numbers=tuple(dict.fromkeys(numbers)),
        stands_in=tuple(dict.fromkeys(each for each in owners if each)),
    )


def _named(record: object) -> str:
    if isinstance(record, Person):
        return record.names[0].full_name if record.names else ""
    return (record.name or "") if isinstance(record, Entity) else ""


def _bidder(session: Session, key: str) -> Side | None:
    scheme, _, number = key.removeprefix(BIDDER).partition(":")
    rows = [row for kind in (BidRow, AwardRow) for row in session.execute(_taking_part(kind, scheme, number))]
    rows = [each for each in rows if scheme or fold(each[0]) == number]
    if not rows:
        return None
    names = list(dict.fromkeys(each[0] for each in rows))
    tenders = list(dict.fromkeys(title or ocid for _, title, ocid in rows))
    return Side(
        key=key,
        name=names[0],
        other_names=tuple(names[1:]),
        numbers=(f"{number} ({scheme})",) if scheme else (),
        stands_in=tuple(tenders[:MOST_TENDERS]),
    )


def _taking_part(kind: type[BidRow | AwardRow], scheme: str, number: str) -> Select[str, str, str]:
    """Names, titles and ocids of where a bidder bids or wins; with a number alone, else all that have none."""
    query = select(kind.name, ProcessRow.title, ProcessRow.ocid).join(
        ProcessRow, ProcessRow.ocid == kind.ocid
    )
    if scheme:
        return query.where(kind.scheme == scheme, kind.number == number)
    return query.where(kind.number.in_(NO_NUMBERS))
