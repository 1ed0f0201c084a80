"""Records that look like one: gathered for comparing, and kept as questions for a registrar. Registrars' alone."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import orjson
from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from bods.codelists import RecordStatus, RecordType
from bods.reading import statement_from
from bods.records import Person
from register.elsewhere.likeness import Like, Looked, Reason
from register.models.companies import CompanyRow
from register.models.contracts import AwardRow, BidRow
from register.models.sameness import LikenessRow, SamenessDecisionRow
from register.models.statements import EntityIdentifierRow, StatementRow
from register.ocds.numbers import NO_NUMBERS
from register.store import bidder_marks, identities, particulars
from register.store.portions import portions
from register.store.published_names import fold


class Kind(StrEnum):
    """What two records are records of."""

    PERSON = "person"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Question:
    """Two records that may be one, by their keys."""

    kind: Kind
    one: str
    other: str
    score: int
    reasons: tuple[Reason, ...]


BIDDER = "bidder:"


def bidder_key(scheme: str, number: str, name: str) -> str:
    """How a bidder without a declaration is named: by number, else by its folded name. "N/A" is no number."""
    return f"{BIDDER}:{fold(name)}" if number in NO_NUMBERS else f"{BIDDER}{scheme}:{number}"


def people(session: Session) -> tuple[Looked, ...]:
    """Every person record that is open, with keyed hashes of the tax PIN and the birth date as last signed."""
    records = list(_open_people(session))
    claims = identities.claims_of(session, [record_id for record_id, _, _ in records])
    private = particulars.marks(session, {subject for _, subject, _ in records})
    looked = []
    for record_id, subject, name in records:
        claim = claims.get(record_id)
        marks = private.get((subject, identities.person_key_in(record_id, subject)), {})
        looked.append(
            Looked(
                record_id,
                fold(name),
                frozenset((Reason(reason), value) for reason, value in marks.items()),
                claim.public_identifier if claim else "",
            )
        )
    return tuple(looked)


def _open_people(session: Session) -> Iterator[tuple[str, str, str]]:
    last = (
        select(func.max(StatementRow.id))
        .where(StatementRow.record_type == RecordType.PERSON.value)
        .group_by(StatementRow.record_id)
    )
    rows = session.execute(
        select(StatementRow.record_id, StatementRow.declaration_subject, StatementRow.body)
        .where(StatementRow.id.in_(last), StatementRow.record_status != RecordStatus.CLOSED.value)
        .order_by(StatementRow.id)
    )
    for record_id, subject, body in rows:
        record = statement_from(orjson.loads(body)).record
        if isinstance(record, Person) and record.names:
            yield record_id, subject, record.names[0].full_name


def companies(session: Session) -> tuple[Looked, ...]:
    """Every company that declares, and every bidder or supplier under a number, or a bare name, that no company has."""
    numbers, private = _numbers(session), bidder_marks.of_companies(session)
    looked, taken = [], set[tuple[str, str]]()
    for row in session.scalars(select(CompanyRow).order_by(CompanyRow.id)):
        own = numbers.get(row.subject_record_id, set()) | {(row.scheme, row.number)}
        taken |= own
        marks = frozenset((Reason.NUMBER, f"{scheme}:{number}") for scheme, number in own)
        marks |= private.get(row.subject_record_id, frozenset())
        looked.append(Looked(row.subject_record_id, fold(row.name), marks))
    looked += _bidders(session, taken)
    telling = bidder_marks.telling(each.marks for each in looked)
    return tuple(replace(each, marks=each.marks & telling) for each in looked)


def _bidders(session: Session, taken: Collection[tuple[str, str]]) -> list[Looked]:
    """Each bidder and supplier that is no company by number, once, with all that its releases give."""
    reaches = bidder_marks.of_bidders(session)
    seen: dict[str, Looked] = {}
    for kind in (BidRow, AwardRow):
        rows = session.execute(select(kind.scheme, kind.number, kind.name).where(kind.name != "").distinct())
        for scheme, number, name in sorted(map(tuple, rows)):
            if (number not in NO_NUMBERS and (scheme, number) in taken) or not fold(name):
                continue
            key = bidder_key(scheme, number, name)
            first = seen.setdefault(key, Looked(key, fold(name), known="bidder"))
            marks = reaches.get((scheme, number, name), frozenset()) | frozenset(bidder_marks.pin(number))
            seen[key] = replace(first, marks=first.marks | marks)
    return list(seen.values())


def _numbers(session: Session) -> dict[str, set[tuple[str, str]]]:
    row, found = EntityIdentifierRow, dict[str, set[tuple[str, str]]]()
    query = select(row.record_id, row.scheme, row.number).where(row.record_id == row.declaration_subject)
    for record_id, scheme, number in session.execute(query.distinct()):
        found.setdefault(record_id, set()).add((scheme, number))
    return found


def keep(session: Session, kind: Kind, likes: Iterable[Like], now: datetime) -> int:
    """Keep these questions in the place of all older ones of the kind; gives how many."""
    session.execute(delete(LikenessRow).where(LikenessRow.kind == kind.value))
    rows = [
        LikenessRow(
            kind=kind.value,
            one=each.one,
            other=each.other,
            score=each.score,
            reasons=" ".join(each.reasons),
            found_at=now,
        )
        for each in likes
    ]
    for some in portions(rows):
        session.add_all(some)
        session.flush()
    return len(rows)


def open_questions(session: Session, kind: Kind, limit: int, offset: int = 0) -> tuple[Question, ...]:
    """Some pairs that nobody has decided about, the likest first."""
    query = _open(kind).order_by(
        func.length(LikenessRow.reasons).desc(), LikenessRow.score.desc(), LikenessRow.id
    )
    return tuple(_question(row) for row in session.scalars(query.limit(limit).offset(offset)))


def questions_where(session: Session, kind: Kind, condition: ColumnElement[bool]) -> tuple[Question, ...]:
    """The pairs of a kind that nobody has decided about and that are so; for the rest of `store`."""
    return tuple(_question(row) for row in session.scalars(_open(kind).where(condition)))


def questions_about(session: Session, kind: Kind, key: str) -> tuple[Question, ...]:
    """The pairs that one record is in and that nobody has decided about."""
    return questions_where(session, kind, or_(LikenessRow.one == key, LikenessRow.other == key))


def count(session: Session, kind: Kind) -> int:
    """How many pairs wait for a decision."""
    return session.scalar(select(func.count()).select_from(_open(kind).subquery())) or 0


def one(session: Session, kind: Kind, first: str, second: str) -> Question | None:
    """The question about two records, decided or not; None when they do not look alike."""
    first, second = sorted((first, second))
    row = session.scalars(
        select(LikenessRow).where(
            LikenessRow.kind == kind.value, LikenessRow.one == first, LikenessRow.other == second
        )
    ).first()
    return None if row is None else _question(row)


def _open(kind: Kind):  # type: ignore[no-untyped-def]  # noqa: ANN202 (the type of a select is longer than the query)
    row, decided = LikenessRow, SamenessDecisionRow
    last = (
        select(func.max(decided.id))
        .where(decided.kind == row.kind, decided.one == row.one, decided.other == row.other)
        .correlate(row)
        .scalar_subquery()
    )
    stands = select(decided.id).where(decided.id == last, decided.decision != "undone")
    return select(row).where(row.kind == kind.value, ~stands.exists())


def _question(row: LikenessRow) -> Question:
    reasons = tuple(Reason(each) for each in row.reasons.split())
    return Question(Kind(row.kind), row.one, row.other, row.score, reasons)


def processes_named(session: Session, folded: Iterable[str]) -> tuple[str, ...]:
    """The processes in which somebody bids or wins under one of these folded names, without a number."""
    sought = set(folded)
    if not sought:
        return ()
    rows = [
        row
        for kind in (BidRow, AwardRow)
        for row in session.execute(select(kind.ocid, kind.name).where(kind.number.in_(NO_NUMBERS)))
    ]
    return tuple(sorted({ocid for ocid, name in rows if fold(name) in sought}))
