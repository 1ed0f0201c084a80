"""What is found when the register is up again: lost, torn or doubled declarations, broken chains, gaps in the log."""

from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.declarations.life import Move, State
from register.models.declarations import DeclarationRow
from register.models.published import PublishedRow
from register.store import audit, declarations, drafts, life, statements
from tests.durability.supplying import STATEMENTS


def lost(session: Session, acked: dict[int, str]) -> list[str]:
    """References that were shown to somebody and are not there, or not their company's."""
    kept = dict(session.execute(select(DeclarationRow.reference, DeclarationRow.company_id)).all())
    return [reference for company_id, reference in acked.items() if kept.get(reference) != company_id]


def doubled(session: Session) -> list[int]:
    """Companies that have more than one declaration."""
    query = (
        select(DeclarationRow.company_id)
        .group_by(DeclarationRow.company_id)
        .having(func.count(DeclarationRow.id) > 1)
    )
    return list(session.scalars(query))


def torn(session: Session) -> list[str]:
    """Declarations of which a part is missing: statements, their public copies, the history, or the draft is left."""
    found: list[str] = []
    for reference, company_id in session.execute(
        select(DeclarationRow.reference, DeclarationRow.company_id)
    ).all():
        made = declarations.declaration(session, reference)
        public = session.scalar(
            select(func.count()).select_from(PublishedRow).where(PublishedRow.declaration == reference)
        )
        moves = [each.move for each in life.moves(session, reference)]
        whole = (
            made.stage is State.PUBLISHED
            and moves == [Move.SUBMIT, Move.ACCEPT, Move.PUBLISH]
            and public == STATEMENTS
            and len(declarations.particulars_of(session, reference).particulars) == 1
            and not drafts.exists(session, company_id)
        )
        if not whole:
            found.append(reference)
    return found


def stray(session: Session) -> list[str]:
    """Statements that belong to no declaration."""
    kept = set(session.scalars(select(DeclarationRow.reference)))
    subjects = session.scalars(select(PublishedRow.declaration_subject).distinct())
    return [
        each.statement_id
        for subject in subjects
        for each in statements.of_subject(session, subject)
        if each.declaration not in kept
    ]


def log_faults(session: Session) -> list[str]:
    """Gaps in the public log, leaves that do not fit their text, and broken links of the audit trail."""
    found = [f"audit event {each}" for each in audit.broken_links(session)]
    rows = session.execute(
        select(PublishedRow.sequence, PublishedRow.salt, PublishedRow.text, PublishedRow.leaf_hash).order_by(
            PublishedRow.sequence
        )
    ).all()
    for expected, (sequence, salt, text, leaf) in enumerate(rows, start=1):
        if sequence != expected:
            found.append(f"gap before {sequence}")
        if leaf != sha256(b"\x00" + sha256(salt + text).digest()).digest():
            found.append(f"leaf {sequence}")
    return found
