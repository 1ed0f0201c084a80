"""Keep what was answered so far."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.declarations.draft import Draft
from register.store import drafts
from register.store.drafts import StoredDraft


def save_draft(
    session: Session, company_id: int, draft: Draft, expected_version: int, now: datetime
) -> StoredDraft:
    """Keep a draft, changed from its `expected_version`, and give it with the version it has now.

    Raises DraftChangedElsewhereError when it was saved from elsewhere in between; nothing is overwritten.
    """
    return drafts.save(session, company_id, draft, expected_version, now)
