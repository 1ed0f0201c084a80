"""The pages that were signed, to the letter, sealed: they prove what was declared, and hold private particulars."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from register.models.companies import CompanyRow
from register.models.declarations import DeclarationRow
from register.models.signing import SignedPageRow
from register.store.engine import vault_of


def keep(session: Session, reference: str, shown: bytes) -> None:
    """Keep the page of a declaration that was signed just now, as UTF-8 bytes."""
    sealed = vault_of(session).seal(shown, _place(reference))
    session.add(SignedPageRow(reference=reference, sealed=sealed))
    session.flush()


def opened(session: Session, reference: str) -> bytes | None:
    """The page as it was signed; None when it was never kept, or was removed since.

    Raises SealBrokenError when it is not as it was sealed.
    """
    row = session.get(SignedPageRow, reference)
    return vault_of(session).unseal(row.sealed, _place(reference)) if row and row.sealed else None


def remove_of(session: Session, subject_record_id: str, now: datetime) -> int:
    """Remove the signed pages of a company, because somebody in them is erased; their hashes stay. How many."""
    references = (
        select(DeclarationRow.reference)
        .join(CompanyRow, CompanyRow.id == DeclarationRow.company_id)
        .where(CompanyRow.subject_record_id == subject_record_id)
    )
    rows = session.scalars(
        update(SignedPageRow)
        .where(SignedPageRow.reference.in_(references), SignedPageRow.sealed.is_not(None))
        .values(sealed=None, removed_at=now)
        .returning(SignedPageRow.reference)
    )
    return len(rows.all())


def _place(reference: str) -> str:
    return f"signed_page|sealed|{reference}"
