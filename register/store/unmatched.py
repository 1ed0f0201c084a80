"""Bidders and suppliers that belong to no company of the register, and what is proposed for them. Officers' only."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select, union
from sqlalchemy.orm import Session

from register.models.companies import CompanyRow
from register.models.contracts import AwardRow, BidRow, PartyReachRow
from register.models.sameness import CrosswalkRow, LikenessRow
from register.models.statements import EntityIdentifierRow
from register.ocds.facts import BidStatus
from register.ocds.numbers import NO_NUMBERS
from register.store import likeness
from register.store.companies import official_number
from register.store.likeness import BIDDER, Kind, Question, bidder_key
from register.store.portions import portions
from register.store.published_names import fold

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Unmatched:
    """One bidder or supplier, in how many of the tenders asked about, and the company most like it that nobody has
    denied.
    """

    key: str
    name: str
    scheme: str
    number: str
    tenders: int
    best: Question | None = None
    proposals: int = 0

    @property
    def proposed(self) -> str:
        """The record id of the company most like it; empty where there is none."""
        return "" if self.best is None else company_of(self.best)


@dataclass(frozen=True, slots=True)
class Reach:
    """How a bidder may be reached, as one release says it."""

    phone: str
    email: str
    address: str


@dataclass(frozen=True, slots=True)
class FoundCompany:
    """A company of the register that an officer looked for."""

    subject: str
    name: str
    scheme: str
    number: str


def company_of(question: Question) -> str:
    """Of a bidder and a company that look like one, the company's record id."""
    return question.other if question.one.startswith(BIDDER) else question.one


def everybody(session: Session, text: str = "") -> tuple[Unmatched, ...]:
    """All of them: those with a proposal first, the likest before the others, then those in most tenders."""
    proposed = _proposed(session)
    found = _grouped(session, select(*_columns()).where(_apart()))
    sought, number = fold(text), official_number(text)
    lines = [
        Unmatched(key, name, scheme, own, len(tenders), *proposed.get(key, (None, 0)))
        for key, (name, scheme, own, tenders) in found.items()
        if not text or (sought and sought in fold(name)) or (number and number in own)
    ]
    return tuple(
        sorted(lines, key=lambda each: (-_weight(each.best), -each.tenders, each.name.casefold(), each.key))
    )


def in_tenders(session: Session, ocids: Collection[str]) -> dict[str, tuple[Unmatched, ...]]:
    """The unmatched of some tenders, by ocid; tenders that have none are left out."""
    found: dict[str, list[Unmatched]] = defaultdict(list)
    for some in portions(sorted(set(ocids))):
        grouped = _grouped(session, select(*_columns()).where(_apart(), _TAKING_PART.c.ocid.in_(some)))
        for key, (name, scheme, number, tenders) in grouped.items():
            for ocid in tenders:
                found[ocid].append(Unmatched(key, name, scheme, number, len(tenders)))
    return {
        ocid: tuple(sorted(each, key=lambda one: (one.name.casefold(), one.key)))
        for ocid, each in found.items()
    }


def tenders_of(session: Session, key: str) -> tuple[str, ...]:
    """The ocids of the tenders in which a bidder of this key bids or wins, matched or not."""
    return tuple(sorted({ocid for ocid, _ in _rows_of(session, key)}))


def names_of(session: Session, key: str) -> tuple[str, ...]:
    """The names under which a bidder of this key stands in tenders."""
    return tuple(dict.fromkeys(name for _, name in _rows_of(session, key)))


def reaches_of(session: Session, key: str) -> tuple[Reach, ...]:
    """How a bidder may be reached, each way once."""
    reach, names = PartyReachRow, set(names_of(session, key))
    scheme, number = _number_in(key)
    rows = session.execute(
        select(BidRow.name, reach.phone, reach.email, reach.address)
        .join(reach, and_(reach.ocid == BidRow.ocid, reach.party_id == BidRow.party_id))
        .where(
            and_(BidRow.scheme == scheme, BidRow.number == number)
            if number
            else BidRow.number.in_(NO_NUMBERS),
            BidRow.name.in_(names),
        )
        .distinct()
    )
    return tuple(dict.fromkeys(Reach(*told) for _, *told in rows))


def proposals(session: Session, key: str) -> tuple[Question, ...]:
    """The companies that look like a bidder and that nobody has decided about, the likest first."""
    found = [each for each in likeness.questions_about(session, Kind.COMPANY, key) if _of_company(each)]
    return tuple(sorted(found, key=_weight, reverse=True))


def companies_called(session: Session, text: str) -> tuple[FoundCompany, ...]:
    """Companies with all these words in their name, or this in their number."""
    row, number = CompanyRow, official_number(text)
    if not number:
        return ()
    named = and_(*(row.name.icontains(word, autoescape=True) for word in text.split()))
    query = select(row).where(or_(named, row.number.contains(number, autoescape=True)))
    rows = session.scalars(query.order_by(func.lower(row.name), row.id).limit(MOST_FOUND))
    return tuple(FoundCompany(each.subject_record_id, each.name, each.scheme, each.number) for each in rows)


def has_company(session: Session, key: str) -> bool:
    """Whether a company of the register has the bidder's own number."""
    scheme, number = _number_in(key)
    wanted = select(CompanyRow.id).where(CompanyRow.scheme == scheme, CompanyRow.number == number)
    own = EntityIdentifierRow
    stated = select(own.statement_id).where(
        own.scheme == scheme, own.number == number, own.record_id == own.declaration_subject
    )
    return bool(number) and any(session.scalar(query.limit(1)) is not None for query in (wanted, stated))


def _weight(question: Question | None) -> float:
    """Likeness of the names, and more for each other thing that is shared."""
    return 0.0 if question is None else question.score + 10 * len(question.reasons)


def _of_company(question: Question) -> bool:
    return not company_of(question).startswith(BIDDER)


def _proposed(session: Session) -> dict[str, tuple[Question, int]]:
    best: dict[str, tuple[Question, int]] = {}
    row = LikenessRow
    bidders = or_(row.one.startswith(BIDDER), row.other.startswith(BIDDER))
    for each in likeness.questions_where(session, Kind.COMPANY, bidders):
        if not _of_company(each):
            continue
        key = each.one if each.one.startswith(BIDDER) else each.other
        known, number = best.get(key, (each, 0))
        best[key] = (max(known, each, key=_weight), number + 1)
    return best


_TAKING_PART = union(
    select(BidRow.ocid, BidRow.scheme, BidRow.number, BidRow.name).where(
        BidRow.status != BidStatus.INVITED.value, BidRow.name != ""
    ),
    select(AwardRow.ocid, AwardRow.scheme, AwardRow.number, AwardRow.name).where(AwardRow.name != ""),
).subquery("taking_part")


def _columns() -> tuple[ColumnElement[str], ...]:
    part = _TAKING_PART.c
    return part.ocid, part.scheme, part.number, part.name


def _apart() -> ColumnElement[bool]:
    """That no company has the number, and that it was not decided whose it is."""
    part, own = _TAKING_PART.c, EntityIdentifierRow
    known = (
        exists().where(CompanyRow.scheme == part.scheme, CompanyRow.number == part.number),
        exists().where(
            own.scheme == part.scheme, own.number == part.number, own.record_id == own.declaration_subject
        ),
        exists().where(CrosswalkRow.scheme == part.scheme, CrosswalkRow.number == part.number),
    )
    return or_(part.number.in_(NO_NUMBERS), not_(or_(*known)))


Grouped = dict[str, tuple[str, str, str, list[str]]]


def _grouped(session: Session, query: Select[*tuple[str, ...]]) -> Grouped:
    """By key: name, scheme, number, and the tenders; bare names that were decided are left out."""
    decided = set(session.scalars(select(CrosswalkRow.folded).where(CrosswalkRow.folded != "")))
    found: Grouped = {}
    for ocid, scheme, number, name in sorted(map(tuple, session.execute(query))):
        key = bidder_key(scheme, number, name)
        bare = number in NO_NUMBERS
        if bare and key.removeprefix(f"{BIDDER}:") in decided:
            continue
        tenders = found.setdefault(key, (name, *(("", "") if bare else (scheme, number)), []))[3]
        if ocid not in tenders:
            tenders.append(ocid)
    return found


def _number_in(key: str) -> tuple[str, str]:
    scheme, _, number = key.removeprefix(BIDDER).partition(":")
    return scheme, number if scheme else ""


def _rows_of(session: Session, key: str) -> Iterable[tuple[str, str]]:
    scheme, number = _number_in(key)
    part = _TAKING_PART.c
    query = select(part.ocid, part.name).order_by(part.ocid, part.name)
    if number:
        query = query.where(part.scheme == scheme, part.number == number)
        return [(ocid, name) for ocid, name in session.execute(query)]
    rows = session.execute(query.where(part.number.in_(NO_NUMBERS)))
    return [(ocid, name) for ocid, name in rows if bidder_key("", "", name) == key]
