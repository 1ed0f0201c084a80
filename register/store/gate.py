"""Reasons officers gave at the gate before an award: added, and read back in their order."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.gate import GateNoteRow
from register.screening.gate import GateItem, GateNote


def notes(session: Session, ocid: str) -> tuple[GateNote, ...]:
    """Every reason about a tender, oldest first."""
    rows = session.scalars(select(GateNoteRow).where(GateNoteRow.ocid == ocid).order_by(GateNoteRow.id))
    return tuple(
        GateNote(GateItem(row.item), row.facts, row.reason, str(row.noted_by), row.noted_at) for row in rows
    )


def add_note(session: Session, ocid: str, note: GateNote) -> None:
    """Keep a reason."""
    session.add(
        GateNoteRow(
            ocid=ocid,
            item=note.item.value,
            facts=note.facts,
            reason=note.reason,
            noted_by=int(note.by),
            noted_at=note.at,
        )
    )
    session.flush()
