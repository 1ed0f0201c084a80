"""Make the files of everything published, in every form, with their guide and checksums."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from bods.publication import publish
from register.jurisdictions import Jurisdiction
from register.jurisdictions.publishing import about_downloads
from register.store import published, published_downloads, published_files, published_redactions
from register.store.published_files import Edition


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it: the newest edition (None while nothing is published), and whether it was made now."""

    edition: Edition | None
    is_new: bool


def build_downloads(
    session: Session,
    sessions: sessionmaker[Session],
    *,
    jurisdiction: Jurisdiction,
    data: Path,
    base_url: str,
    now: datetime,
    again: bool = False,
) -> Built:
    """Make a new edition when something was published since the last; `again` makes one in any case and keeps no other.

    Readers see the old edition until the new one is whole; after a redaction no older edition is kept. Raises BuildingElsewhereError while somebody else makes one.
    """
    with published_files.building(data):
        latest, newest = published.latest(session), published_files.newest(data)

        if latest is None or (newest is not None and newest.sequence == latest.sequence and not again):
            return Built(newest, is_new=False)

        folder = published_files.place_for(data, latest.sequence)
        publish(
            lambda: published_downloads.texts_up_to(sessions, latest.sequence),
            folder,
            about_downloads(jurisdiction, base_url, latest.sequence),
            at=now,
        )
        redacted = newest is not None and newest.sequence < published_redactions.latest(session)
        published_files.point_at(data, folder.name, kept=0 if again or redacted else published_files.KEPT)
    return Built(published_files.newest(data), is_new=True)
