"""Keep that a person record is one real person, as they or a registrar say, and state it in public where it may be."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from bods.codelists import SourceType
from bods.records import Identifier
from bods.statements import NewStatementId, Statement
from register.actions.publish_statements import publish_statements
from register.actions.touch_processes import touch_processes
from register.actions.withhold_record import extend_protection
from register.declarations.statements import Told, confirmed_statements
from register.jurisdictions import Jurisdiction
from register.store import audit, identities, statements
from register.store.identities import BY_THE_PERSON


def confirm_identity(
    session: Session,
    record_id: str,
    by: str,
    now: datetime,
    *,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> tuple[Statement, ...]:
    """Confirm a claim, and give the statements by which the record takes the register's own identifier.

    `by` is "person", after the one-time link was used, or "registrar:<account id>". A record of a declaration that is
    not accepted yet takes its identifier when it is; one confirmed before changes nothing. Raises ClaimNotFoundError.
    """
    claim = identities.claim_of(session, record_id)
    told = Told(statements.of_subject(session, claim.subject_record_id))
    if not identities.confirm(session, record_id, by, now):
        return ()
    actor = by if by == BY_THE_PERSON else f"account:{by.rpartition(':')[2]}"
    audit.record(session, actor=actor, action="identity confirmed", about=record_id, at=now)
    if record_id not in told.open:
        return ()

    made = confirmed_statements(
        told,
        record_id,
        Identifier(id=claim.public_identifier, scheme_name=jurisdiction.person_identifier_scheme_name),
        today=today,
        new_id=new_id,
        source=SourceType.SELF_DECLARATION if by == BY_THE_PERSON else SourceType.VERIFIED,
    )

    statements.append_all(session, made, now)
    publish_statements(session, claim.subject_record_id, jurisdiction=jurisdiction, now=now)
    extend_protection(session, record_id, now=now)
    touch_processes(session, claim.subject_record_id, now=now)
    return made
