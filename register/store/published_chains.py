"""Companies and their chains in the public copy: by official number, and from company to company to the end."""

from collections.abc import Collection, Iterable
from typing import Any

import orjson
from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from bods.reading import statement_from
from bods.statements import Statement
from register.exceptions import RegisterError
from register.models.published import PublishedRow
from register.models.statements import EntityIdentifierRow, StatementRow
from register.store.companies import official_number
from register.store.portions import portions
from register.store.statements import MOST_ROUNDS


class NotPublishedError(RegisterError):
    """Nothing is published under this identifier: it may not exist, or not be public."""

    def __init__(self, sought: str) -> None:
        self.sought = sought
        super().__init__(f"nothing is published under {sought}")


def subject_of(session: Session, scheme: str, number: str) -> str:
    """The record id of the company that has declared under this official number. Raises NotPublishedError."""
    found = _self_declared(session, [(scheme, number)])
    if not found:
        raise NotPublishedError(f"{scheme} {number}")
    return min(found)


def upstream(session: Session, identifiers: Iterable[tuple[str, str]]) -> tuple[Statement, ...]:
    """What is published of the networks of these companies (scheme and number), and of every self-declared company in
    their chains, to the end, in the order of the log.
    """
    found: set[str] = set()
    frontier = _self_declared(session, identifiers)
    for _ in range(MOST_ROUNDS):
        found |= frontier
        frontier = _self_declared(session, _numbers_in(session, frontier)) - found
        if not frontier:
            break
    return of_subjects(session, found)


def of_subjects(session: Session, subjects: Collection[str]) -> tuple[Statement, ...]:
    """Everything published in these networks, in the order of the log."""
    rows: list[tuple[int, bytes]] = []
    for some in portions(sorted(subjects)):
        rows += session.execute(
            select(PublishedRow.sequence, PublishedRow.text).where(PublishedRow.declaration_subject.in_(some))
        )
    return tuple(statement_of(text) for _, text in sorted(rows))


def _self_declared(session: Session, identifiers: Iterable[tuple[str, str]]) -> set[str]:
    asked = sorted({(scheme, official_number(number)) for scheme, number in identifiers})
    found: set[str] = set()
    for some in portions(asked):
        number = EntityIdentifierRow
        found.update(
            session.scalars(
                _stated_in_public(number.declaration_subject).where(
                    tuple_(number.scheme, number.number).in_(some),
                    number.record_id == number.declaration_subject,
                )
            )
        )
    return found


def _numbers_in(session: Session, subjects: set[str]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for some in portions(sorted(subjects)):
        number = EntityIdentifierRow
        query = _stated_in_public(number.scheme, number.number)
        found.update(session.execute(query.where(number.declaration_subject.in_(some))))
    return found


def _stated_in_public(*columns: Any) -> Select[Any]:  # noqa: ANN401 (SQLAlchemy's columns have no common type)
    # Which numbers were stated is kept once, for all statements; the published ones alone count here.
    return (
        select(*columns)
        .join(StatementRow, StatementRow.id == EntityIdentifierRow.statement_id)
        .join(PublishedRow, PublishedRow.statement_id == StatementRow.statement_id)
        .distinct()
    )


def statement_of(text: bytes) -> Statement:
    """Read a published text back."""
    return statement_from(orjson.loads(text))
