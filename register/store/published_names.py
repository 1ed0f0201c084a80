"""Names in the public copy: found again however they are spelled, accented, spaced or punctuated."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz
from sqlalchemy import ColumnElement, Select, delete, func, or_, select
from sqlalchemy.orm import Session, aliased

from bods.codelists import NameType, RecordStatus, RecordType
from bods.records import Entity, Person, Record
from bods.statements import Statement
from register.models.published import PublishedGramRow, PublishedNameRow
from register.store.companies import official_number

APOSTROPHES = dict.fromkeys(map(ord, "'\u2019\u2018\u02bc\u02b9\u02bb`\u00b4\u2032\uff07"))
#: Ways to write one thing in a company's name, and the one kept.
SHORT = {
    "limited": "ltd",
    "company": "co",
    "kenya": "k",
    "and": "&",
    "corporation": "corp",
    "incorporated": "inc",
}
WORDS = re.compile(r"[^\W_]+|&")
GRAM = 3
#: So many letter groups, the rarest, are asked for; so many names are weighed; those below the mark are not shown.
RAREST = 8
MOST_WEIGHED = 400
GOOD_ENOUGH = 60.0


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name found in the public copy. `kind` is "entity" or "person"; `score` is 0 to 100, 100 for the very name.

    `declaration_subject` is the company whose page shows the record; `identifier` an official number, or the
    register's own identifier of a confirmed person.
    """

    name: str
    kind: str
    record_id: str
    declaration_subject: str
    identifier: str | None
    score: float


class FoundNames(NamedTuple):
    """One page of what was found, and how many there are in all."""

    names: tuple[FoundName, ...]
    total: int


def fold(name: str) -> str:
    """A name as it is compared: small letters without accents or apostrophes, company forms shortened.

    "Ng'ang'a & Sons (Kenya) Limited" and "NGANGA AND SONS (K) LTD" are one.
    """
    plain = unicodedata.normalize("NFKD", name.translate(APOSTROPHES).lower())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(SHORT.get(word, word) for word in WORDS.findall(letters.casefold()))


def grams(folded: str) -> frozenset[str]:
    """The groups of three letters in a folded name, word by word with its edges."""
    return frozenset(
        padded[start : start + GRAM]
        for word in folded.split()
        for padded in (f" {word} ",)
        for start in range(len(padded) - GRAM + 1)
    )


def index(session: Session, statement: Statement) -> None:
    """Make the names of a published statement findable. The newest name of a record comes last among its rows."""
    if statement.record_type is RecordType.RELATIONSHIP or statement.record_status is RecordStatus.CLOSED:
        return
    names, identifier = _names(statement.record), _identifier(statement.record)
    rows = {row.folded: row for row in _rows_of(session, statement.record_id)}
    for row in rows.values():
        row.identifier = identifier
    newest = max((row.id for row in rows.values()), default=0)
    for name in names:
        folded = fold(name)
        known = rows.pop(folded, None)
        if known is not None:
            known.name = name
            if known.id == newest or name is not names[-1]:
                continue
            session.delete(known)
            session.flush()
        if folded:
            _add(session, statement, name, folded, identifier)
    session.flush()


def _add(session: Session, statement: Statement, name: str, folded: str, identifier: str | None) -> None:
    row = PublishedNameRow(
        record_id=statement.record_id,
        kind=statement.record_type.value,
        declaration_subject=statement.declaration_subject,
        name=name,
        folded=folded,
        identifier=identifier,
    )
    session.add(row)
    session.flush()
    session.add_all(PublishedGramRow(gram=gram, name_id=row.id) for gram in grams(folded))


def forget(session: Session, record_id: str) -> None:
    """Forget the names of one record, to index it anew from what is published of it now."""
    names = select(PublishedNameRow.id).where(PublishedNameRow.record_id == record_id)
    session.execute(delete(PublishedGramRow).where(PublishedGramRow.name_id.in_(names)))
    session.execute(delete(PublishedNameRow).where(PublishedNameRow.record_id == record_id))


def clear(session: Session) -> None:
    """Forget all names, to index them anew from the published statements."""
    session.execute(delete(PublishedGramRow))
    session.execute(delete(PublishedNameRow))


def _names(record: Record) -> list[str]:
    if isinstance(record, Person):
        # The legal name last: it is the one shown.
        ordered = sorted(record.names, key=lambda name: name.type in (None, NameType.LEGAL))
        return [name.full_name for name in ordered]
    if isinstance(record, Entity):
        return [*record.alternate_names, *([record.name] if record.name else [])]
    return []


def _identifier(record: Record) -> str | None:
    if isinstance(record, Person):
        return next((each.id for each in record.identifiers if each.id and not each.scheme), None)
    if isinstance(record, Entity):
        return next(
            (official_number(each.id) for each in record.identifiers if each.id and each.scheme), None
        )
    return None


def _rows_of(session: Session, record_id: str) -> list[PublishedNameRow]:
    return list(session.scalars(select(PublishedNameRow).where(PublishedNameRow.record_id == record_id)))


def search(session: Session, words: str, limit: int = 20, offset: int = 0) -> FoundNames:
    """Find names (or an official number, or a person's public identifier), the likest first, each record once."""
    folded, number = fold(words), official_number(words)
    if not folded and not number:
        return FoundNames((), 0)
    weighed = [
        _found(row, 100.0 if _is_number(row, number, words) else _score(folded, row.folded))
        for row in _candidates(session, folded, number, words)
    ]
    best: dict[str, FoundName] = {}
    for found in weighed:
        if found.score >= GOOD_ENOUGH and found.score > best.get(found.record_id, _NOTHING).score:
            best[found.record_id] = found
    ranked = sorted(best.values(), key=_rank)
    return FoundNames(tuple(ranked[offset : offset + limit]), len(ranked))


def _rank(found: FoundName) -> tuple[float, bool, str, str]:
    own_page = found.record_id == found.declaration_subject
    return (-found.score, not own_page, found.name, found.record_id)


def _score(sought: str, folded: str) -> float:
    if sought == folded:
        return 100.0
    alike = max(fuzz.token_sort_ratio(sought, folded), 0.95 * fuzz.token_set_ratio(sought, folded))
    begun = 90.0 if folded.startswith(sought) or f" {sought}" in folded else 0.0
    return min(99.0, max(alike, begun))


def _candidates(session: Session, folded: str, number: str, words: str) -> list[PublishedNameRow]:
    row = PublishedNameRow
    exact = select(row).where(or_(row.identifier.in_([number, words.strip()]), row.folded == folded))
    found = {each.id: each for each in session.scalars(exact.limit(MOST_WEIGHED))}
    begun = select(row).where(row.folded.startswith(folded, autoescape=True)).order_by(row.folded)
    if folded:
        found |= {each.id: each for each in session.scalars(begun.limit(MOST_WEIGHED))}
        found |= {each.id: each for each in _alike(session, folded)}
    return list(found.values())


def _alike(session: Session, folded: str) -> list[PublishedNameRow]:
    gram = PublishedGramRow
    often = session.execute(
        select(gram.gram, func.count())
        .where(gram.gram.in_(sorted(grams(folded))))
        .group_by(gram.gram)
        .order_by(func.count(), gram.gram)
        .limit(RAREST)
    ).all()
    rarest = [each for each, _ in often]
    shared = (
        select(gram.name_id, func.count().label("shared"))
        .where(gram.gram.in_(rarest))
        .group_by(gram.name_id)
        .order_by(func.count().desc(), gram.name_id)
        .limit(MOST_WEIGHED)
        .subquery()
    )
    query = select(PublishedNameRow).join(shared, shared.c.name_id == PublishedNameRow.id)
    return list(session.scalars(query))


def _is_number(row: PublishedNameRow, number: str, words: str) -> bool:
    return row.identifier is not None and row.identifier in (number, words.strip())


def companies(session: Session, page: int = 1, size: int = 50) -> FoundNames:
    """The companies that have declared in public, under their newest name, by name; pages count from 1."""
    newest = _newest_names()
    total = session.scalar(select(func.count()).select_from(newest.subquery())) or 0
    rows = session.scalars(
        select(PublishedNameRow)
        .where(PublishedNameRow.id.in_(newest))
        .order_by(PublishedNameRow.folded, PublishedNameRow.record_id)
        .limit(size)
        .offset((max(page, 1) - 1) * size)
    )
    return FoundNames(tuple(_found(row, 100.0) for row in rows), total)


def records_of_person(session: Session, identifier: str) -> tuple[FoundName, ...]:
    """The records, each in its company's declaration, that are confirmed to be one person; under their newest names."""
    return _by_identifier(session, PublishedNameRow.identifier == identifier)


def _by_identifier(session: Session, condition: ColumnElement[bool]) -> tuple[FoundName, ...]:
    row, later = PublishedNameRow, aliased(PublishedNameRow)
    query = (
        select(row)
        .where(condition, row.kind == RecordType.PERSON.value)
        .where(~select(later.id).where(later.record_id == row.record_id, later.id > row.id).exists())
        .order_by(row.folded, row.record_id)
    )
    return tuple(_found(each, 100.0) for each in session.scalars(query))


def _newest_names() -> Select[int]:
    row = PublishedNameRow
    return (
        select(func.max(row.id))
        .where(row.kind == RecordType.ENTITY.value, row.record_id == row.declaration_subject)
        .group_by(row.record_id)
    )


def _found(row: PublishedNameRow, score: float) -> FoundName:
    return FoundName(row.name, row.kind, row.record_id, row.declaration_subject, row.identifier, score)


_NOTHING = FoundName("", "", "", "", None, 0.0)
