"""The numbers and leaves of the public log: one series for what is published and for what is redacted."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from register.models.published import PublishedRow
from register.models.withholding import RedactionRow

SERIES = "published"
SALT_BYTES = 32
LEAF = b"\x00"
#: Rows read at a time while streaming.
BATCH = 500


def leaf_of(salt: bytes, text: bytes) -> bytes:
    """The log's leaf for a published text: 32 bytes."""
    return sha256(LEAF + sha256(salt + text).digest()).digest()


def next_sequence(session: Session) -> int:
    """The number of the next entry of the log; to be asked in one's turn alone."""
    return newest_sequence(session) + 1


def newest_sequence(session: Session) -> int:
    """The number of the newest entry of the log; 0 while there is none."""
    published = session.scalar(select(func.max(PublishedRow.sequence))) or 0
    redacted = session.scalar(select(func.max(RedactionRow.sequence))) or 0
    return max(published, redacted)


def leaves(session: Session, after: int = 0) -> Iterator[bytes]:
    """The log's leaves (32 bytes each) in their order, those of redactions among them; streamed."""
    entries = union_all(
        select(PublishedRow.sequence, PublishedRow.leaf_hash).where(PublishedRow.sequence > after),
        select(RedactionRow.sequence, RedactionRow.leaf_hash).where(RedactionRow.sequence > after),
    ).subquery()
    query = select(entries.c.leaf_hash).order_by(entries.c.sequence)
    return iter(session.scalars(query.execution_options(yield_per=BATCH)))
