"""Matters that somebody raised about what stands in the register, until a registrar closes them. Words are sealed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.tickets import TicketRow
from register.store.engine import vault_of
from register.store.order import take_turn

SERIES = "ticket"


class TicketKind(StrEnum):
    """What a matter is."""

    OWNER_NOT_ME = "owner_not_me"
    OWNER_DISPUTED = "owner_disputed"
    CHALLENGE = "challenge"


class TicketState(StrEnum):
    """Where a matter stands."""

    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What came of a matter."""

    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"
    NO_ACTION = "no_action"


@dataclass(frozen=True, slots=True, repr=False)
class Ticket:
    """One matter. `about` is a record id, a statement id or a declaration's reference; `words` are whoever raised it.

    `opened_by` is "person" (a one-time link), "public" or "account:<id>". Holds contacts: kept out of `repr`.
    """

    reference: str
    kind: TicketKind
    state: TicketState
    about: str
    subject_record_id: str | None
    words: str
    contact: str | None
    opened_by: str
    opened_at: datetime
    due_on: date | None = None
    taken_by: int | None = None
    outcome: Outcome | None = None
    closing_words: str | None = None
    closed_by: int | None = None
    closed_at: datetime | None = None


class TicketNotFoundError(RegisterError):
    """There is no matter with this reference."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"there is no ticket {reference}")


class TicketClosedError(RegisterError):
    """The matter was closed before."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"ticket {reference} is closed")


def add(
    session: Session,
    kind: TicketKind,
    about: str,
    words: str,
    *,
    opened_by: str,
    now: datetime,
    subject_record_id: str | None = None,
    contact: str | None = None,
    due_on: date | None = None,
) -> str:
    """Keep a matter and give its reference: T-<year>-<six digits>."""
    reference = _next_reference(session, now.year)
    vault = vault_of(session)
    session.add(
        TicketRow(
            reference=reference,
            kind=kind.value,
            state=TicketState.OPEN.value,
            about=about,
            subject_record_id=subject_record_id,
            words=vault.seal(words.encode(), _place(reference, "words")),
            contact=vault.seal(contact.encode(), _place(reference, "contact")) if contact else None,
            opened_by=opened_by,
            opened_at=now,
            due_on=due_on,
        )
    )
    session.flush()
    return reference


def ticket(session: Session, reference: str) -> Ticket:
    """Raises TicketNotFoundError."""
    return _ticket(session, _row(session, reference))


def listed(
    session: Session, states: Collection[TicketState], *, limit: int = 100, offset: int = 0
) -> tuple[Ticket, ...]:
    """Matters in these states, the oldest first."""
    rows = session.scalars(
        select(TicketRow)
        .where(TicketRow.state.in_([*map(str, states)]))
        .order_by(TicketRow.id)
        .limit(limit)
        .offset(offset)
    )
    return tuple(_ticket(session, row) for row in rows)


def open_about(session: Session, about: str) -> tuple[Ticket, ...]:
    """Matters about one thing that nobody has closed, the oldest first."""
    rows = session.scalars(
        select(TicketRow)
        .where(TicketRow.about == about, TicketRow.state != TicketState.CLOSED.value)
        .order_by(TicketRow.id)
    )
    return tuple(_ticket(session, row) for row in rows)


def count_open(session: Session) -> int:
    """How many matters nobody has closed."""
    query = select(func.count()).select_from(TicketRow).where(TicketRow.state != TicketState.CLOSED.value)
    return session.scalar(query) or 0


def take(session: Session, reference: str, by: int) -> None:
    """Somebody looks into it. Raises TicketNotFoundError, TicketClosedError."""
    row = _not_closed(session, reference)
    row.state, row.taken_by = TicketState.TAKEN.value, by
    session.flush()


def close(session: Session, reference: str, outcome: Outcome, words: str, *, by: int, now: datetime) -> None:
    """Say what came of it. Raises TicketNotFoundError, TicketClosedError."""
    row = _not_closed(session, reference)
    row.state, row.outcome = TicketState.CLOSED.value, outcome.value
    row.closing_words = vault_of(session).seal(words.encode(), _place(reference, "closing_words"))
    row.closed_by, row.closed_at = by, now
    session.flush()


def _next_reference(session: Session, year: int) -> str:
    take_turn(session, SERIES)
    last = session.scalar(
        select(func.max(TicketRow.reference)).where(TicketRow.reference.like(f"T-{year:04}-%"))
    )
    return f"T-{year:04}-{int(last.rpartition('-')[2]) + 1 if last else 1:06}"


def _not_closed(session: Session, reference: str) -> TicketRow:
    take_turn(session, SERIES)
    row = _row(session, reference)
    session.refresh(row)
    if row.state == TicketState.CLOSED.value:
        raise TicketClosedError(reference)
    return row


def _row(session: Session, reference: str) -> TicketRow:
    row = session.scalars(select(TicketRow).where(TicketRow.reference == reference)).one_or_none()
    if row is None:
        raise TicketNotFoundError(reference)
    return row


def _place(reference: str, column: str) -> str:
    return f"ticket|{column}|{reference}"


def _opened(session: Session, row: TicketRow, column: str) -> str | None:
    sealed: bytes | None = getattr(row, column)
    return vault_of(session).unseal(sealed, _place(row.reference, column)).decode() if sealed else None


def _ticket(session: Session, row: TicketRow) -> Ticket:
    return Ticket(
        reference=row.reference,
        kind=TicketKind(row.kind),
        state=TicketState(row.state),
        about=row.about,
        subject_record_id=row.subject_record_id,
        words=_opened(session, row, "words") or "",
        contact=_opened(session, row, "contact"),
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        due_on=row.due_on,
        taken_by=row.taken_by,
        outcome=Outcome(row.outcome) if row.outcome else None,
        closing_words=_opened(session, row, "closing_words"),
        closed_by=row.closed_by,
        closed_at=row.closed_at,
    )
