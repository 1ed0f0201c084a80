"""Signed declarations: the answers exactly as shown, and what became of them."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.declarations.answers import as_text, from_text
from register.declarations.draft import Draft
from register.declarations.life import STANDING, WAITING, Kind
from register.exceptions import RegisterError
from register.graph.picture import Declared
from register.models.companies import CompanyRow
from register.models.declarations import DeclarationRow
from register.store import particulars
from register.store.declared import PLAIN, About, DeclarationState, Signature, StoredDeclaration
from register.store.order import take_turn
from register.store.portions import portions

__all__ = [
    "PLAIN",
    "SERIES",
    "About",
    "DeclarationAlreadyDecidedError",
    "DeclarationNotFoundError",
    "DeclarationState",
    "Signature",
    "StoredDeclaration",
    "add",
    "by_submission",
    "decide",
    "declaration",
    "declared",
    "last",
    "lock",
    "mark_published",
    "of_company",
    "particulars_of",
    "put",
    "standing_unpublished",
    "waiting",
]

SERIES = "declaration"


class DeclarationNotFoundError(RegisterError):
    """There is no declaration with this reference."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"there is no declaration {reference}")


class DeclarationAlreadyDecidedError(RegisterError):
    """The declaration was accepted, rejected or withdrawn before."""

    def __init__(self, reference: str, state: DeclarationState) -> None:
        self.reference, self.state = reference, state
        super().__init__(f"declaration {reference} is {state} already")


def add(
    session: Session,
    *,
    company_id: int,
    subject_record_id: str,
    answers: Draft,
    signature: Signature,
    statement_date: date,
    about: About = PLAIN,
    replaces: str | None = None,
) -> str:
    """Keep a signed declaration and give its reference: UM-<year>-<six digits>, without a gap in the year."""
    reference = _next_reference(session, statement_date.year)
    session.add(
        DeclarationRow(
            reference=reference,
            company_id=company_id,
            state=DeclarationState.SUBMITTED.value,
            answers=as_text(answers),
            shown_hash=signature.shown_hash,
            notice=signature.notice,
            notice_version=signature.notice_version,
            language=signature.language,
            ruleset=signature.ruleset,
            signed_by=signature.account_id,
            signed_name=signature.name,
            signed_capacity=signature.capacity,
            signed_at=signature.at,
            statement_date=statement_date,
            consent_to_publish=signature.consent_to_publish,
            submission_key=signature.submission_key,
            kind=about.kind.value,
            happened_on=about.happened_on,
            why=about.why,
            corrects=about.corrects,
            replaces=replaces,
        )
    )
    session.flush()
    particulars.keep(session, particulars.of_declaration(reference), subject_record_id, answers.particulars)
    return reference


def _next_reference(session: Session, year: int) -> str:
    take_turn(session, SERIES)
    last = session.scalar(
        select(func.max(DeclarationRow.reference)).where(DeclarationRow.reference.like(f"UM-{year:04}-%"))
    )
    number = int(last.rpartition("-")[2]) + 1 if last else 1
    return f"UM-{year:04}-{number:06}"


def declaration(session: Session, reference: str) -> StoredDeclaration:
    """Raises DeclarationNotFoundError."""
    return _stored(_row(session, reference))


def by_submission(session: Session, submission_key: str) -> StoredDeclaration | None:
    """The declaration that this very submission made, if it was seen before; waits for one that is being made."""
    take_turn(session, SERIES)
    row = session.scalars(
        select(DeclarationRow).where(DeclarationRow.submission_key == submission_key)
    ).one_or_none()
    return _stored(row) if row else None


def particulars_of(session: Session, reference: str) -> Draft:
    """The answers with all particulars opened: for officers who may, and for the company itself."""
    row = _row(session, reference)
    return from_text(row.answers, particulars.opened(session, particulars.of_declaration(reference)))


def of_company(session: Session, company_id: int) -> tuple[StoredDeclaration, ...]:
    """All declarations of a company, newest first."""
    rows = session.scalars(
        select(DeclarationRow)
        .where(DeclarationRow.company_id == company_id)
        .order_by(DeclarationRow.id.desc())
    )
    return tuple(_stored(row) for row in rows)


def last(session: Session, company_id: int, *states: DeclarationState) -> StoredDeclaration | None:
    """The newest declaration of a company in one of these states; None when there is none."""
    row = session.scalars(
        select(DeclarationRow)
        .where(DeclarationRow.company_id == company_id, DeclarationRow.state.in_([*map(str, states)]))
        .order_by(DeclarationRow.id.desc())
        .limit(1)
    ).first()
    return _stored(row) if row else None


def waiting(session: Session, limit: int = 100, offset: int = 0) -> tuple[StoredDeclaration, ...]:
    """Declarations that nobody has decided yet, oldest first."""
    rows = session.scalars(
        select(DeclarationRow)
        .where(DeclarationRow.state.in_([*map(str, WAITING)]))
        .order_by(DeclarationRow.id)
        .limit(limit)
        .offset(offset)
    )
    return tuple(_stored(row) for row in rows)


def declared(session: Session, subjects: Collection[str]) -> Mapping[str, Declared]:
    """When each of these subjects first declared, and the reference, by subject record id; the undeclared are left out.

    The day is that of acceptance where the register remembers it, else the day the declaration speaks of.
    """
    found: dict[str, Declared] = {}
    for some in portions(sorted(set(subjects))):
        for row, subject in session.execute(
            select(DeclarationRow, CompanyRow.subject_record_id)
            .join(CompanyRow, CompanyRow.id == DeclarationRow.company_id)
            .where(
                CompanyRow.subject_record_id.in_(some),
                DeclarationRow.state == DeclarationState.ACCEPTED.value,
            )
            .order_by(DeclarationRow.id)
        ):
            found.setdefault(subject, Declared(row.statement_date, row.reference))
    return found


def decide(
    session: Session,
    reference: str,
    state: DeclarationState,
    *,
    by: int | None,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Say what became of a declaration that was waiting; `by` is an account, None for the register itself.

    Raises DeclarationNotFoundError, DeclarationAlreadyDecidedError.
    """
    waiting = lock(session, reference)
    if waiting.state not in WAITING:
        raise DeclarationAlreadyDecidedError(reference, waiting.state)
    put(session, reference, state)
    if state not in WAITING:
        row = _row(session, reference)
        row.decided_by, row.decided_at, row.reason = by, at, reason
        session.flush()


def lock(session: Session, reference: str) -> StoredDeclaration:
    """The declaration as it stands now; nobody else moves it until this transaction ends.

    Raises DeclarationNotFoundError.
    """
    take_turn(session, SERIES)
    row = _row(session, reference)
    session.refresh(row)
    return _stored(row)


def put(session: Session, reference: str, state: DeclarationState) -> None:
    """Keep where a locked declaration stands now. Raises DeclarationNotFoundError."""
    _row(session, reference).state = state.value
    session.flush()


def standing_unpublished(session: Session, company_id: int) -> tuple[str, ...]:
    """References of a company's accepted declarations that are not marked as public, oldest first."""
    return tuple(
        session.scalars(
            select(DeclarationRow.reference)
            .where(
                DeclarationRow.company_id == company_id,
                DeclarationRow.state.in_([*map(str, STANDING)]),
                DeclarationRow.published_at.is_(None),
            )
            .order_by(DeclarationRow.id)
        )
    )


def mark_published(session: Session, reference: str, at: datetime) -> None:
    """Keep when the statements of a declaration were first public. Raises DeclarationNotFoundError."""
    _row(session, reference).published_at = at
    session.flush()


def _row(session: Session, reference: str) -> DeclarationRow:
    row = session.scalars(select(DeclarationRow).where(DeclarationRow.reference == reference)).one_or_none()
    if row is None:
        raise DeclarationNotFoundError(reference)
    return row


def _stored(row: DeclarationRow) -> StoredDeclaration:
    return StoredDeclaration(
        reference=row.reference,
        company_id=row.company_id,
        state=DeclarationState(row.state),
        answers=from_text(row.answers),
        signature=Signature(
            account_id=row.signed_by,
            name=row.signed_name,
            capacity=row.signed_capacity,
            at=row.signed_at,
            shown_hash=row.shown_hash,
            notice=row.notice,
            notice_version=row.notice_version,
            language=row.language,
            ruleset=row.ruleset,
            consent_to_publish=row.consent_to_publish,
            submission_key=row.submission_key,
        ),
        statement_date=row.statement_date,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        reason=row.reason,
        about=About(Kind(row.kind), row.happened_on, row.why, row.corrects),
        replaces=row.replaces,
        published_at=row.published_at,
    )
