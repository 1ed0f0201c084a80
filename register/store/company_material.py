"""What the owners of one company are worked out of: its statements, those of everybody above it, and who is one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bods.statements import Statement
from register.graph.picture import Identity
from register.store import identities, sameness, statements


@dataclass(frozen=True, slots=True)
class CompanyMaterial:
    """Every statement about a company and whoever stands above it, and whom the register takes their records for."""

    subject: str
    statements: tuple[Statement, ...]
    identities: Mapping[str, Identity]


def of_company(session: Session, subject: str) -> CompanyMaterial:
    """Gather it for a company by its record id; nothing private is opened for it."""
    told, known = of_companies(session, {subject})
    return CompanyMaterial(subject, told, known)


def of_companies(
    session: Session, subjects: Collection[str]
) -> tuple[tuple[Statement, ...], Mapping[str, Identity]]:
    """Gather the statements and identities of several companies at once, and of everybody above any of them."""
    same = sameness.same_companies(session, set(subjects))
    numbers = {*statements.official_numbers(session, subjects), *sameness.numbers_of(session, same)}
    upstream = statements.subjects_upstream(session, numbers)
    told = statements.of_subjects(session, {*subjects, *upstream})
    claims = identities.claims_of(session, {each.record_id for each in told})
    known = {
        record_id: Identity(each.public_identifier, confirmed=each.confirmed_at is not None)
        for record_id, each in claims.items()
    }
    return told, {**known, **same}
