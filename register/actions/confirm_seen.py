"""A registrar confirms who a declared person is, having seen the identity document."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from bods.statements import NewStatementId
from register.access import Principal
from register.actions.confirm_identity import confirm_identity
from register.exceptions import RegisterError
from register.jurisdictions import Jurisdiction
from register.store import audit, identities, particulars


class DocumentDiffersError(RegisterError):
    """The number on the document that was seen is not the one that was declared. Keeps neither."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"the document seen is not the one declared for record {record_id}")


class PrivateReasonError(RegisterError):
    """The reason repeats the document's number, which must stand in no trail. Keeps neither."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"the reason given for record {record_id} repeats the document's number")


def confirm_seen(
    session: Session,
    record_id: str,
    number: str,
    reason: str,
    *,
    principal: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> None:
    """Confirm a claim if `number`, read off the document that was seen, is the one declared.

    The number is compared by its keyed hash and kept nowhere. Raises ClaimNotFoundError, DocumentDiffersError,
    PrivateReasonError.
    """
    claim = identities.claim_of(session, record_id)
    declared = particulars.last_signed(session, claim.subject_record_id, identities.person_key_of(claim))

    if _plain(number) in _plain(reason):
        raise PrivateReasonError(record_id)
    scheme = declared.document_scheme if declared else ""
    seen = identities.document_hash(session, scheme, number)
    if identities.keys_of(session, {seen}).get(seen) != claim.public_identifier:
        raise DocumentDiffersError(record_id)

    audit.record(
        session,
        actor=principal.actor,
        action="identity document seen",
        about=record_id,
        at=now,
        facts={"reason": reason.strip()},
    )
    confirm_identity(
        session,
        record_id,
        f"registrar:{principal.account_id}",
        now,
        today=today,
        jurisdiction=jurisdiction,
        new_id=new_id,
    )


def _plain(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())
