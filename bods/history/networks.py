"""A subject's network as it stood on a day, as known at a moment, as one whole."""

from collections.abc import Iterable
from datetime import date

from bods.exceptions import MissingRecordError, RecordNotOpenError
from bods.history.instants import Known
from bods.history.picking import snapshot
from bods.history.snapshot import Snapshot
from bods.network import Network
from bods.statements import Statement


def network_at(statements: Iterable[Statement], subject: str, on: date, known: Known = None) -> Network:
    """Give the network of a declaration subject from statements, which may be about other networks too.

    Without records when nothing about the subject was open. Raises RecordNotOpenError, which says why, when a record
    that the network points to was not open: closed by then, spoken of only later, or never stated.
    """
    return network_of(
        snapshot((each for each in statements if each.declaration_subject == subject), on, known), subject
    )


def network_of(seen: Snapshot, subject: str) -> Network:
    """Give the open records of a snapshot of one subject's statements as its network. Raises RecordNotOpenError."""
    try:
        return Network(subject, {record_id: statement.record for record_id, statement in seen.open.items()})
    except MissingRecordError as fault:
        closing, first = seen.closed.get(fault.record_id), seen.later.get(fault.record_id)
        raise RecordNotOpenError(
            fault.record_id,
            fault.named_by,
            seen.on,
            closed_on=closing.day if closing else None,
            first_on=first.day if first else None,
        ) from None
