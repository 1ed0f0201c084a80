"""Every value that is sealed with the register's own key, and how it is sealed anew when that key changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, tuple_, update
from sqlalchemy.orm import Session

from register.models.accounts import AccountRow
from register.models.base import Base
from register.models.claims import ColleagueInvitationRow
from register.models.committees import ConflictWordsRow
from register.models.contacts import ContactChangeRow, OneTimeCodeRow
from register.models.evidence import EvidenceRow
from register.models.imports import ContractImportRow
from register.models.invitations import InvitationRow
from register.models.life import ClarificationRow
from register.models.officials import OfficialRelativeRow
from register.models.outbox import OutboxRow
from register.models.people import PersonKeyRow
from register.models.signing import BidSnapshotRow, SignedPageRow
from register.models.tickets import TicketRow
from register.models.typed import TypedAnswerRow
from register.models.uploads import BulkUploadRow
from register.store.engine import vault_of

#: Rows sealed anew in one transaction: no writer waits long for them.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed column. `place` is what its values are bound to, written with the columns of their row."""

    table: type[Base]
    column: str
    place: str

    @property
    def name(self) -> str:
        return f"{self.table.__tablename__}.{self.column}"

    @property
    def value(self) -> ColumnElement[Any]:
        return self.table.__table__.columns[self.column]

    @property
    def keys(self) -> list[ColumnElement[Any]]:
        return list(self.table.__table__.primary_key)


#: A test compares this with the tables.
SEALED = (
    Sealed(AccountRow, "totp_sealed", "account|totp_sealed|{id}"),
    Sealed(AccountRow, "phone_sealed", "account|phone_sealed|{id}"),
    Sealed(BidSnapshotRow, "code_sealed", "bid_snapshot|code_sealed|{code_hash}"),
    Sealed(BulkUploadRow, "sealed", "bulk_upload|{handle}"),
    Sealed(ClarificationRow, "question", "clarification|question|{reference}"),
    Sealed(ClarificationRow, "answer", "clarification|answer|{reference}"),
    Sealed(ColleagueInvitationRow, "contact", "colleague_invitation|contact|{id}"),
    Sealed(ConflictWordsRow, "sealed", "conflict_words|sealed|{declaration_id}"),
    Sealed(ContactChangeRow, "sealed", "contact_change|sealed|{id}"),
    Sealed(ContractImportRow, "sealed", "contract_import|sealed|{id}"),
    Sealed(EvidenceRow, "sealed_key", "evidence|sealed_key|{token}"),
    Sealed(InvitationRow, "sealed_contact", "invitation|{id}"),
    Sealed(OfficialRelativeRow, "sealed", "official_relative|{official_id}|{position}"),
    Sealed(OneTimeCodeRow, "sealed", "one_time_code|sealed|{request_hash}"),
    Sealed(OutboxRow, "payload", "outbox|payload|{idempotency_key}"),
    Sealed(PersonKeyRow, "sealed_key", "person_key|sealed_key|{subject_record_id}|{person_key}"),
    Sealed(SignedPageRow, "sealed", "signed_page|sealed|{reference}"),
    Sealed(TicketRow, "words", "ticket|words|{reference}"),
    Sealed(TicketRow, "contact", "ticket|contact|{reference}"),
    Sealed(TicketRow, "closing_words", "ticket|closing_words|{reference}"),
    Sealed(TypedAnswerRow, "sealed", "typed_answer|sealed|{account_id}|{address}"),
)


def waiting(session: Session) -> int:
    """How many values are not sealed with the key in use."""
    return sum(
        session.scalar(select(func.count()).select_from(each.table).where(_old(session, each))) or 0
        for each in SEALED
    )


def portions(session: Session) -> Iterator[tuple[Sealed, list[tuple[Any, ...]]]]:
    """What is to be sealed anew, some rows at a time, by their keys."""
    for each in SEALED:
        found = iter(
            session.execute(select(*each.keys).where(_old(session, each)).order_by(*each.keys)).all()
        )
        while some := [tuple(row) for row in islice(found, AT_ONCE)]:
            yield each, some


def seal_anew(session: Session, sealed: Sealed, keys: list[tuple[Any, ...]]) -> int:
    """Open these rows' values and seal them with the key in use; how many. Raises SealBrokenError.

    A row that somebody else changed meanwhile keeps what they wrote.
    """
    vault = vault_of(session)
    which = and_(tuple_(*sealed.keys).in_(keys), _old(session, sealed))
    done = 0
    for row in session.execute(select(sealed.table.__table__).where(which)).mappings():
        before = row[sealed.column]
        place = sealed.place.format_map(row)
        session.execute(
            update(sealed.table)
            .where(*(key == row[key.name] for key in sealed.keys), sealed.value == before)
            .values({sealed.column: vault.seal(vault.unseal(before, place), place)})
            .execution_options(synchronize_session=False)
        )
        done += 1
    return done


def _old(session: Session, sealed: Sealed) -> ColumnElement[bool]:
    """Sealed with the register's own key, and not with the one in use."""
    mark = vault_of(session).mark
    mine = EvidenceRow.person_key_id.is_(None) if sealed.table is EvidenceRow else None
    # What was kept long enough leaves nothing behind where something must stand.
    kept = and_(sealed.value.is_not(None), func.length(sealed.value) > 0)
    there = and_(kept, func.substr(sealed.value, 1, len(mark)) != mark)
    return there if mine is None else and_(there, mine)
