"""Declarations being written: one for each company, never overwritten in silence by two people at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from register.declarations.answers import as_text, from_text
from register.declarations.draft import Draft
from register.declarations.life import Kind
from register.exceptions import RegisterError
from register.models.declarations import DraftRow
from register.store import particulars
from register.store.companies import company
from register.store.declarations import PLAIN, About

#: The version that `save` expects when nothing was saved before.
NONE_YET = 0


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as kept; `version` goes back to `save`, which refuses when somebody else saved in between."""

    draft: Draft
    version: int
    saved_at: datetime
    about: About = PLAIN


class DraftNotFoundError(RegisterError):
    """The company has no declaration under way."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"company {company_id} has no declaration under way")


class DraftChangedElsewhereError(RegisterError):
    """The draft was saved from elsewhere since it was read: nothing is overwritten."""

    def __init__(self, company_id: int, expected_version: int) -> None:
        self.company_id, self.expected_version = company_id, expected_version
        super().__init__(f"the draft of company {company_id} was changed since version {expected_version}")


def draft(session: Session, company_id: int) -> StoredDraft:
    """The company's draft with its particulars opened. Raises DraftNotFoundError, SealBrokenError."""
    row = session.get(DraftRow, company_id, populate_existing=True)
    if row is None:
        raise DraftNotFoundError(company_id)
    private = particulars.opened(session, particulars.of_draft(company_id))
    return StoredDraft(from_text(row.answers, private), row.version, row.saved_at, _about(row))


def to_sign(session: Session, company_id: int, shown_version: int) -> StoredDraft:
    """The draft as the page to sign showed it; until this transaction ends nobody else changes it.

    Raises DraftNotFoundError, and DraftChangedElsewhereError when it was saved since it was shown.
    """
    row = session.get(DraftRow, company_id, populate_existing=True, with_for_update=True)
    if row is not None and row.version != shown_version:
        raise DraftChangedElsewhereError(company_id, shown_version)
    return draft(session, company_id)


def exists(session: Session, company_id: int) -> bool:
    """Whether the company has a declaration under way."""
    return session.scalar(select(DraftRow.version).where(DraftRow.company_id == company_id)) is not None


def save(
    session: Session, company_id: int, draft: Draft, expected_version: int, now: datetime
) -> StoredDraft:
    """Keep the answers, particulars sealed. `expected_version` is that of the draft they were changed from, 0 for none.

    Raises DraftChangedElsewhereError, CompanyNotFoundError.
    """
    subject = company(session, company_id).subject_record_id
    row = session.get(DraftRow, company_id, populate_existing=True)
    if (row.version if row else NONE_YET) != expected_version:
        raise DraftChangedElsewhereError(company_id, expected_version)
    try:
        with session.begin_nested():
            row = _write(session, row, company_id, as_text(draft), now)
    except (StaleDataError, IntegrityError):
        raise DraftChangedElsewhereError(company_id, expected_version) from None
    particulars.keep(session, particulars.of_draft(company_id), subject, draft.particulars)
    return StoredDraft(draft, row.version, row.saved_at, _about(row))


def _write(session: Session, row: DraftRow | None, company_id: int, answers: str, now: datetime) -> DraftRow:
    if row is None:
        row = DraftRow(company_id=company_id, answers=answers, saved_at=now)
        session.add(row)
    else:
        row.answers, row.saved_at = answers, now
        # The version goes up even if only particulars changed, in the same instant.
        flag_modified(row, "saved_at")
    session.flush()
    return row


def tell_of(session: Session, company_id: int, about: About) -> None:
    """Keep what the draft will tell when it is signed: a change, a correction ... Raises DraftNotFoundError."""
    row = session.get(DraftRow, company_id)
    if row is None:
        raise DraftNotFoundError(company_id)
    row.kind, row.happened_on, row.why = about.kind.value, about.happened_on, about.why
    row.corrects, row.clarifies = about.corrects, about.clarifies
    session.flush()


def _about(row: DraftRow) -> About:
    return About(Kind(row.kind), row.happened_on, row.why, row.corrects, row.clarifies)


def remove(session: Session, company_id: int) -> None:
    """Take away the draft and its particulars; nothing happens when there is none."""
    row = session.get(DraftRow, company_id)
    if row is not None:
        session.delete(row)
        session.flush()
    particulars.remove(session, particulars.of_draft(company_id))


def saved_before(session: Session, moment: datetime) -> tuple[int, ...]:
    """Companies whose draft nobody has saved since a moment: drafts are not kept for ever."""
    return tuple(session.scalars(select(DraftRow.company_id).where(DraftRow.saved_at < moment)))
