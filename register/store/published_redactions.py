"""Redactions: a published text is replaced under its own identifier, its leaf stays in the log, and the log says so."""

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bods.parts import Unspecified
from bods.redaction import withheld_copy
from bods.writing import as_bytes
from register.models.published import PublishedRow
from register.models.withholding import RedactionRow
from register.store import published_names
from register.store.order import take_turn
from register.store.portions import portions
from register.store.published_chains import statement_of
from register.store.published_leaves import SALT_BYTES, SERIES, leaf_of, next_sequence


@dataclass(frozen=True, slots=True)
class Redaction:
    """An entry of the log which says that the text of an earlier one was replaced; `leaf_hash` is hexadecimal.

    Its leaf is that of the text that stands there now, and of the salt that now stands beside it.
    """

    sequence: int
    published_sequence: int
    statement_id: str
    redacted_at: datetime
    leaf_hash: str


def redact(
    session: Session,
    record_ids: Iterable[str],
    unspecified: Unspecified,
    *,
    proposal_id: int | None,
    at: datetime,
) -> tuple[int, ...]:
    """Replace every published text about these records by one that withholds them, and give the log's new numbers.

    The old text and its salt are gone afterwards; the numbers and leaves they had stay. Names are no longer found. A
    text that tells nothing as it is stays untouched.
    """
    take_turn(session, SERIES)
    sequence, given = next_sequence(session), list[int]()
    for record_id in record_ids:
        rows = session.scalars(
            select(PublishedRow).where(PublishedRow.record_id == record_id).order_by(PublishedRow.sequence)
        )
        for row in list(rows):
            if _replaced(session, row, unspecified, sequence, proposal_id, at):
                given.append(sequence)
                sequence += 1
        _index_again(session, record_id)
    return tuple(given)


def _replaced(
    session: Session,
    row: PublishedRow,
    unspecified: Unspecified,
    sequence: int,
    proposal_id: int | None,
    at: datetime,
) -> bool:
    statement = statement_of(row.text)
    told = getattr(statement.record, "unspecified", None)
    if withheld_copy(statement, told or unspecified) == statement:
        return False
    withheld = withheld_copy(statement, unspecified)
    text, salt = as_bytes(withheld), secrets.token_bytes(SALT_BYTES)
    session.add(
        RedactionRow(
            sequence=sequence,
            published_sequence=row.sequence,
            statement_id=row.statement_id,
            redacted_at=at,
            leaf_hash=leaf_of(salt, text),
            proposal_id=proposal_id,
        )
    )
    # First the entry of the log: without it the table refuses the new text.
    session.flush()
    session.execute(
        update(PublishedRow)
        .where(PublishedRow.sequence == row.sequence)
        .values(text=text, salt=salt)
        .execution_options(synchronize_session=False)
    )
    session.expire(row)
    return True


def _index_again(session: Session, record_id: str) -> None:
    published_names.forget(session, record_id)
    texts = session.scalars(
        select(PublishedRow.text)
        .where(PublishedRow.record_id == record_id)
        .order_by(PublishedRow.sequence)
        .execution_options(populate_existing=True)
    )
    for text in list(texts):
        published_names.index(session, statement_of(text))


def after(session: Session, sequence: int, limit: int) -> tuple[Redaction, ...]:
    """Some redactions from the entry of the log after a number on, in their order."""
    rows = session.scalars(
        select(RedactionRow)
        .where(RedactionRow.sequence > sequence)
        .order_by(RedactionRow.sequence)
        .limit(limit)
    )
    return tuple(_redaction(row) for row in rows)


def newest_of(session: Session, sequences: Collection[int]) -> Mapping[int, Redaction]:
    """The newest redaction of each published entry that was redacted, by that entry's number."""
    found: dict[int, Redaction] = {}
    for some in portions(sorted(set(sequences))):
        rows = session.scalars(
            select(RedactionRow)
            .where(RedactionRow.published_sequence.in_(some))
            .order_by(RedactionRow.sequence)
        )
        found |= {row.published_sequence: _redaction(row) for row in rows}
    return found


def latest(session: Session) -> int:
    """The number of the newest redaction in the log; 0 while there is none. Files made before it are not given out."""
    return session.scalar(select(func.max(RedactionRow.sequence))) or 0


def _redaction(row: RedactionRow) -> Redaction:
    return Redaction(
        row.sequence, row.published_sequence, row.statement_id, row.redacted_at, row.leaf_hash.hex()
    )
