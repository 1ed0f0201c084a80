"""What is kept too long, kind by kind: how much there is of it, and how it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from register.models.accounts import AccountSessionRow, OneTimeLinkRow
from register.models.base import Base
from register.models.claims import ColleagueInvitationRow
from register.models.contacts import ContactChangeRow
from register.models.declarations import DeclarationRow
from register.models.evidence import EvidenceRow
from register.models.invitations import InvitationListRow, InvitationRow
from register.models.life import ClarificationRow, DeclarationMoveRow
from register.models.outbox import OutboxRow
from register.models.people import ParticularsRow
from register.models.signing import SignedPageRow
from register.models.tickets import TicketRow
from register.models.typed import TypedAnswerRow
from register.store import drafts, evidence, particulars, typed
from register.store.declarations import DeclarationState
from register.store.outbox import MOST_ATTEMPTS

#: What is left where something must stand.
NOTHING = b""
#: Declarations that came to nothing.
REFUSED = (DeclarationState.REJECTED, DeclarationState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of private data. `days` names the field of `Retention` that says how long it is kept.

    `due` counts what is older than a moment; `erase` takes it away, and gives its number.
    """

    name: str
    days: str
    due: Callable[[Session, datetime], int]
    erase: Callable[[Session, datetime, datetime], int]


def _rows(name: str, days: str, table: type[Base], old: Callable[[datetime], ColumnElement[bool]]) -> Kind:
    """A kind whose rows go as a whole."""
    return Kind(
        name,
        days,
        lambda session, before: _count(session, table, old(before)),
        lambda session, before, _now: _done(session.execute(delete(table).where(old(before)))),
    )


def _blank(
    name: str, days: str, table: type[Base], column: str, old: Callable[[datetime], ColumnElement[bool]]
) -> Kind:
    """A kind of which one sealed column goes and the row stays."""

    def due(before: datetime) -> ColumnElement[bool]:
        return and_(getattr(table, column).is_not(None), old(before))

    return Kind(
        name,
        days,
        lambda session, before: _count(session, table, due(before)),
        lambda session, before, _now: _done(
            session.execute(update(table).where(due(before)).values({column: None}))
        ),
    )


def _count(session: Session, table: type[Base], which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(table).where(which)) or 0


def _done(result: object) -> int:
    assert isinstance(result, CursorResult)  # noqa: S101 (for the type checker)
    return result.rowcount


def _erase_drafts(session: Session, before: datetime, now: datetime) -> int:
    old = drafts.saved_before(session, before)
    for company_id in old:
        evidence.remove_about(
            session, evidence.about_draft(company_id), because=evidence.NO_LONGER_NEEDED, now=now
        )
        drafts.remove(session, company_id)
    return len(old)


def _refused(session: Session, before: datetime) -> tuple[str, ...]:
    """Declarations that came to nothing before a moment, and of which something private is still kept."""
    moved = select(func.max(DeclarationMoveRow.at)).where(
        DeclarationMoveRow.reference == DeclarationRow.reference
    )
    ended = func.coalesce(DeclarationRow.decided_at, moved.scalar_subquery(), DeclarationRow.signed_at)
    references = session.scalars(
        select(DeclarationRow.reference)
        .where(DeclarationRow.state.in_(REFUSED), ended < before)
        .order_by(DeclarationRow.id)
    )
    return tuple(each for each in references if _holds_private(session, each))


def _holds_private(session: Session, reference: str) -> bool:
    page = session.get(SignedPageRow, reference)
    scope = particulars.of_declaration(reference)
    return (
        (page is not None and page.sealed is not None)
        or _count(session, ParticularsRow, ParticularsRow.scope == scope) > 0
        or len(evidence.listed(session, evidence.about_declaration(reference))) > 0
    )


def _erase_refused(session: Session, before: datetime, now: datetime) -> int:
    references = _refused(session, before)
    for reference in references:
        particulars.remove(session, particulars.of_declaration(reference))
        about = evidence.about_declaration(reference)
        evidence.remove_about(session, about, because=evidence.NO_LONGER_NEEDED, now=now)
        session.execute(
            update(SignedPageRow)
            .where(SignedPageRow.reference == reference)
            .values(sealed=None, removed_at=now)
        )
    return len(references)


def _old_papers(before: datetime) -> ColumnElement[bool]:
    return and_(EvidenceRow.removed_at.is_(None), EvidenceRow.uploaded_at < before)


def _erase_papers(session: Session, before: datetime, now: datetime) -> int:
    return evidence.remove_older(session, before, now=now)


def _said(row: type[TicketRow]) -> ColumnElement[bool]:
    return or_(func.length(row.words) > 0, func.length(row.closing_words) > 0)


def _old_matters(before: datetime) -> ColumnElement[bool]:
    return and_(TicketRow.closed_at < before, _said(TicketRow))


def _erase_matters(session: Session, before: datetime, _now: datetime) -> int:
    gone = {"words": NOTHING, "closing_words": NOTHING}
    return _done(session.execute(update(TicketRow).where(_old_matters(before)).values(gone)))


def _old_questions(before: datetime) -> ColumnElement[bool]:
    row = ClarificationRow
    return and_(func.coalesce(row.answered_at, row.lapsed_at) < before, func.length(row.question) > 0)


def _erase_questions(session: Session, before: datetime, _now: datetime) -> int:
    row = ClarificationRow
    gone = {"question": NOTHING, "answer": None}
    return _done(session.execute(update(row).where(_old_questions(before)).values(gone)))


def _old_typed(before: datetime) -> ColumnElement[bool]:
    return TypedAnswerRow.kept_at < before


def _erase_typed(session: Session, before: datetime, _now: datetime) -> int:
    number = _count(session, TypedAnswerRow, _old_typed(before))
    typed.forget_before(session, before)
    return number


def _over(row: type[OneTimeLinkRow | ColleagueInvitationRow], before: datetime) -> ColumnElement[bool]:
    return row.expires_at < before


#: In the order in which they are told and done.
KINDS: tuple[Kind, ...] = (
    Kind("unfinished declarations", "drafts", lambda s, before: len(drafts.saved_before(s, before)), _erase_drafts),
    Kind("refused and withdrawn declarations", "refused", lambda s, before: len(_refused(s, before)), _erase_refused),
    Kind("papers", "evidence", lambda s, before: _count(s, EvidenceRow, _old_papers(before)), _erase_papers),
    _rows("signed-in browsers", "sessions", AccountSessionRow,
          lambda before: or_(AccountSessionRow.expires_at < before, AccountSessionRow.revoked_at < before)),
    _rows("one-time links", "links", OneTimeLinkRow, lambda before: _over(OneTimeLinkRow, before)),
    _rows("invitations of colleagues", "links", ColleagueInvitationRow,
          lambda before: _over(ColleagueInvitationRow, before)),
    _rows("letters and messages", "messages", OutboxRow, lambda before: or_(
        OutboxRow.done_at < before, and_(OutboxRow.attempts >= MOST_ATTEMPTS, OutboxRow.available_at < before))),
    _rows("changes of contact", "contacts", ContactChangeRow,
          lambda before: or_(ContactChangeRow.done_at < before, ContactChangeRow.undone_at < before)),
    _blank("contacts of invited suppliers", "contacts", InvitationRow, "sealed_contact",
           lambda before: InvitationRow.list_id.in_(
               select(InvitationListRow.id).where(InvitationListRow.made_at < before))),
    _blank("contacts of those who raised a matter", "tickets", TicketRow, "contact",
           lambda before: TicketRow.closed_at < before),
    Kind("words of matters", "matters", lambda s, before: _count(s, TicketRow, _old_matters(before)), _erase_matters),
    Kind("questions about declarations", "questions",
         lambda s, before: _count(s, ClarificationRow, _old_questions(before)), _erase_questions),
    Kind("answers typed when the session had ended", "typed",
         lambda s, before: _count(s, TypedAnswerRow, _old_typed(before)), _erase_typed),
)  # fmt: skip
