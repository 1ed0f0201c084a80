"""Extracts of the companies' registry: kept apart from declarations, found by number or like name; the newest is in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from rapidfuzz import fuzz
from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from register.elsewhere.extracts import CompanyStatus, Extract, Party, PartyRole
from register.models.extracts import ExtractGramRow, ExtractPartyRow, RegistryExtractRow
from register.store.companies import official_number
from register.store.portions import portions
from register.store.published_names import fold, grams

Number = tuple[str, str]
RAREST = 8
MOST_WEIGHED = 200
GOOD_ENOUGH = 60.0


@dataclass(frozen=True, slots=True)
class KeptExtract:
    """An extract as kept; `entered_by` is an account's number, None when a command brought it."""

    id: int
    extract: Extract
    entered_by: int | None
    entered_at: datetime


def add(session: Session, extract: Extract, *, by: int | None, now: datetime) -> KeptExtract | None:
    """Keep an extract; None when the very same one is kept already."""
    hashed = _hash(extract)
    if (
        session.scalar(select(RegistryExtractRow.id).where(RegistryExtractRow.content_hash == hashed))
        is not None
    ):
        return None
    folded = fold(extract.name)
    row = RegistryExtractRow(
        scheme=extract.scheme,
        number=official_number(extract.number),
        name=extract.name,
        folded=folded,
        status=extract.status.value,
        extracted_on=extract.extracted_on,
        source=extract.source,
        content_hash=hashed,
        entered_by=by,
        entered_at=now,
    )
    session.add(row)
    session.flush()
    session.add_all(
        ExtractPartyRow(
            extract_id=row.id, role=each.role.value, name=each.name, shares=each.shares, number=each.number
        )
        for each in extract.parties
    )
    session.add_all(ExtractGramRow(gram=gram, extract_id=row.id) for gram in sorted(grams(folded)))
    session.flush()
    return _kept(session, [row])[0]


def newest(session: Session, scheme: str, number: str) -> KeptExtract | None:
    """What the registry last said of a company; None when no extract of it is kept."""
    row = RegistryExtractRow
    query = select(row).where(row.scheme == scheme, row.number == official_number(number))
    found = session.scalars(query.order_by(row.extracted_on.desc(), row.id.desc()).limit(1)).first()
    return None if found is None else _kept(session, [found])[0]


def newest_of(session: Session, numbers: Iterable[Number]) -> dict[Number, KeptExtract]:
    """What the registry last said of these companies, by scheme and number as given; those without extract left out."""
    row, asked = RegistryExtractRow, {(scheme, official_number(number)): number for scheme, number in numbers}
    found: dict[Number, RegistryExtractRow] = {}
    for some in portions(sorted(asked)):
        query = select(row).where(tuple_(row.scheme, row.number).in_(some))
        for each in session.scalars(query.order_by(row.extracted_on, row.id)):
            found[each.scheme, asked[each.scheme, each.number]] = each
    return dict(zip(found, _kept(session, found.values()), strict=True))


def of_company(session: Session, scheme: str, number: str) -> tuple[KeptExtract, ...]:
    """Every extract of a company, newest first."""
    row = RegistryExtractRow
    query = select(row).where(row.scheme == scheme, row.number == official_number(number))
    return _kept(session, session.scalars(query.order_by(row.extracted_on.desc(), row.id.desc())))


def one(session: Session, extract_id: int) -> KeptExtract | None:
    """One extract by its number; None when there is none."""
    row = session.get(RegistryExtractRow, extract_id)
    return None if row is None else _kept(session, [row])[0]


def latest(session: Session, limit: int, offset: int = 0) -> tuple[KeptExtract, ...]:
    """Some extracts, those entered last first."""
    query = select(RegistryExtractRow).order_by(RegistryExtractRow.id.desc()).limit(limit).offset(offset)
    return _kept(session, session.scalars(query))


def count(session: Session) -> int:
    """How many extracts are kept."""
    return session.scalar(select(func.count()).select_from(RegistryExtractRow)) or 0


def find(session: Session, words: str, limit: int = 10) -> tuple[KeptExtract, ...]:
    """Companies of the registry by official number or like name, the likest first, each under its newest extract."""
    folded, number = fold(words), official_number(words)
    if not folded:
        return ()
    candidates = {row.id: row for row in _by_number(session, number)} | _alike(session, folded)
    newest_rows: dict[tuple[str, str], tuple[float, RegistryExtractRow]] = {}
    for row in sorted(candidates.values(), key=lambda row: (row.extracted_on, row.id)):
        score = 100.0 if row.number == number else fuzz.token_set_ratio(folded, row.folded)
        if score >= GOOD_ENOUGH:
            before = newest_rows.get((row.scheme, row.number), (0.0, row))[0]
            newest_rows[row.scheme, row.number] = (max(score, before), row)
    ranked = sorted(newest_rows.values(), key=lambda each: (-each[0], each[1].name, each[1].id))
    return _kept(session, [row for _, row in ranked[:limit]])


def _by_number(session: Session, number: str) -> Iterable[RegistryExtractRow]:
    return session.scalars(
        select(RegistryExtractRow).where(RegistryExtractRow.number == number).limit(MOST_WEIGHED)
    )


def _alike(session: Session, folded: str) -> dict[int, RegistryExtractRow]:
    gram = ExtractGramRow
    often = session.execute(
        select(gram.gram, func.count())
        .where(gram.gram.in_(sorted(grams(folded))))
        .group_by(gram.gram)
        .order_by(func.count(), gram.gram)
        .limit(RAREST)
    ).all()
    shared = (
        select(gram.extract_id, func.count().label("shared"))
        .where(gram.gram.in_([each for each, _ in often]))
        .group_by(gram.extract_id)
        .order_by(func.count().desc(), gram.extract_id.desc())
        .limit(MOST_WEIGHED)
        .subquery()
    )
    rows = session.scalars(
        select(RegistryExtractRow).join(shared, shared.c.extract_id == RegistryExtractRow.id)
    )
    return {row.id: row for row in rows}


def _kept(session: Session, rows: Iterable[RegistryExtractRow]) -> tuple[KeptExtract, ...]:
    listed = list(rows)
    if not listed:
        return ()
    parties: dict[int, list[Party]] = {}
    asked = select(ExtractPartyRow).where(ExtractPartyRow.extract_id.in_([row.id for row in listed]))
    for each in session.scalars(asked.order_by(ExtractPartyRow.id)):
        parties.setdefault(each.extract_id, []).append(
            Party(PartyRole(each.role), each.name, each.shares, each.number)
        )
    return tuple(
        KeptExtract(
            row.id,
            Extract(
                scheme=row.scheme,
                number=row.number,
                name=row.name,
                status=CompanyStatus(row.status),
                extracted_on=row.extracted_on,
                source=row.source,
                parties=tuple(parties.get(row.id, ())),
            ),
            row.entered_by,
            row.entered_at,
        )
        for row in listed
    )


def _hash(extract: Extract) -> str:
    told = [
        extract.scheme,
        official_number(extract.number),
        extract.name,
        extract.status.value,
        extract.extracted_on.isoformat(),
        extract.source,
        *(f"{each.role}\x1f{each.name}\x1f{each.shares}\x1f{each.number}" for each in extract.parties),
    ]
    return sha256("\x1e".join(told).encode()).hexdigest()
