"""What pages of the public register ask besides: which companies have declared, since when, under which name."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from register.models.published import PublishedNameRow, PublishedRow
from register.models.statements import EntityIdentifierRow, StatementRow
from register.store.companies import official_number
from register.store.portions import portions

Number = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Declarer:
    """A company that has declared in public: its record id, its newest name, and the day it last declared."""

    subject: str
    name: str
    declared_on: date


def declarers(session: Session, subjects: Collection[str]) -> Mapping[str, Declarer]:
    """Those of these companies that have declared in public, by record id."""
    found: dict[str, Declarer] = {}
    for some in portions(sorted(set(subjects))):
        names = _newest_names(session, some)
        row = PublishedRow
        days = session.execute(
            select(row.declaration_subject, func.max(row.statement_date))
            .where(row.declaration_subject.in_(some))
            .group_by(row.declaration_subject)
        )
        found |= {subject: Declarer(subject, names.get(subject, ""), day) for subject, day in days}
    return found


def subjects_of(session: Session, identifiers: Iterable[Number]) -> Mapping[Number, str]:
    """The record id of each company that has declared in public under one of these numbers (scheme, number).

    The keys are the numbers as they were asked; companies without a declaration are left out.
    """
    asked = {(scheme, official_number(number)): (scheme, number) for scheme, number in identifiers}
    row, found = EntityIdentifierRow, dict[Number, str]()
    for some in portions(sorted(asked)):
        rows = session.execute(
            select(row.scheme, row.number, func.min(row.declaration_subject))
            .join(StatementRow, StatementRow.id == row.statement_id)
            .join(PublishedRow, PublishedRow.statement_id == StatementRow.statement_id)
            .where(tuple_(row.scheme, row.number).in_(some), row.record_id == row.declaration_subject)
            .group_by(row.scheme, row.number)
        )
        found |= {asked[scheme, number]: subject for scheme, number, subject in rows}
    return found


def _newest_names(session: Session, subjects: list[str]) -> dict[str, str]:
    row = PublishedNameRow
    newest = (
        select(func.max(row.id))
        .where(row.record_id == row.declaration_subject, row.record_id.in_(subjects))
        .group_by(row.record_id)
    )
    found = session.execute(select(row.record_id, row.name).where(row.id.in_(newest)))
    return {record_id: name for record_id, name in found}  # noqa: C416 - rows are no pairs to a type checker
