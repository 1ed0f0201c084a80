"""What the register forgets of who somebody is once their particulars are erased: the hash of their document."""

import secrets
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.people import IdentityClaimRow, IdentityRow
from register.store import particulars
from register.store.identities import person_key_in
from register.store.order import take_turn

#: How the hash of a document that was forgotten begins; no keyed hash does.
FORGOTTEN = "erased:"


def forget(session: Session, subject_record_id: str, person_key: str, now: datetime) -> None:
    """Part the records of an erased person from their document; call it after their key was destroyed.

    What only a declarant typed leads to nobody any more. What was confirmed keeps the identifier that statements
    publish, and the document's hash goes with the last declaration that still tells the document.
    """
    take_turn(session, "identity")
    claims = session.scalars(
        select(IdentityClaimRow).where(IdentityClaimRow.subject_record_id == subject_record_id)
    )
    mine = [each for each in claims if _key(each) == person_key]
    known = {each.identity_id for each in mine}
    for each in mine:
        if each.confirmed_at is None:
            each.identity_id = _nobody(session, now).id
    session.flush()
    for identity_id in known:
        _forget_document(session, identity_id)


def _forget_document(session: Session, identity_id: int) -> None:
    claims = session.scalars(select(IdentityClaimRow).where(IdentityClaimRow.identity_id == identity_id))
    if any(particulars.kept_of(session, each.subject_record_id, _key(each)) for each in claims):
        return
    row = session.get(IdentityRow, identity_id)
    if row is not None:
        row.document_hash = FORGOTTEN + secrets.token_hex(16)
        session.flush()


def _nobody(session: Session, now: datetime) -> IdentityRow:
    """An identity that no document leads to."""
    row = IdentityRow(
        document_hash=FORGOTTEN + secrets.token_hex(16),
        public_identifier=secrets.token_hex(16),
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def _key(claim: IdentityClaimRow) -> str:
    return person_key_in(claim.record_id, claim.subject_record_id)
