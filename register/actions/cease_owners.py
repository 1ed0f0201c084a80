"""Say in the draft that people or bodies hold nothing any more, since a day: each of their holdings ends."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.declarations.ceasing import ceased
from register.store import drafts
from register.store.drafts import StoredDraft


def cease_owners(
    session: Session,
    company_id: int,
    keys: Collection[str],
    ended_on: date,
    *,
    expected_version: int,
    now: datetime,
) -> StoredDraft:
    """End what these holders hold, on a day. Raises DraftNotFoundError, DraftChangedElsewhereError."""
    changed = drafts.draft(session, company_id).draft
    for key in sorted(keys):
        changed = ceased(changed, key, ended_on)

    return drafts.save(session, company_id, changed, expected_version, now)
