"""Accept a declaration: its statements are born, kept, and published when the place's rule says so."""

from datetime import datetime

from sqlalchemy.orm import Session

from bods.statements import NewStatementId, Statement
from register.access import Principal
from register.actions.claim_identities import claim_identities
from register.actions.publish_statements import publish_statements
from register.actions.send_identity_link import send_identity_link
from register.actions.touch_processes import touch_processes
from register.declarations.stakes import Law
from register.declarations.statements import Told
from register.declarations.statements import statements as statements_of
from register.jurisdictions import Jurisdiction
from register.store import audit, companies, declarations, identities, statements
from register.store.declarations import DeclarationState


def accept_declaration(
    session: Session,
    reference: str,
    *,
    by: Principal | None,
    now: datetime,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
    base_url: str,
) -> tuple[Statement, ...]:
    """Accept a declaration that waits, and give its statements; `by` is None where the register accepts at once.

    The statements speak of the day the declaration was signed. The flags of every process it bears on are asked again.
    Raises DeclarationNotFoundError, DeclarationAlreadyDecidedError.
    """
    actor = by.actor if by else "register"
    declarations.decide(
        session, reference, DeclarationState.ACCEPTED, by=by.account_id if by else None, at=now
    )
    declaration = declarations.declaration(session, reference)
    answers = declarations.particulars_of(session, reference)
    subject = companies.company(session, declaration.company_id).subject_record_id
    claimed = claim_identities(session, subject, answers, now=now, jurisdiction=jurisdiction, accepted=True)
    told = Told(statements.of_subject(session, subject))

    born = statements_of(
        answers,
        subject,
        told,
        law=Law(jurisdiction.owner_threshold, jurisdiction.control_majority),
        today=declaration.statement_date,
        declaration=reference,
        new_id=new_id,
        confirmed=identities.confirmed_in(session, subject, frozenset(told.closed)),
        person_scheme_name=jurisdiction.person_identifier_scheme_name,
    )

    statements.append_all(session, born, now)
    companies.rename(session, declaration.company_id, answers.company.name)
    audit.record(
        session,
        actor=actor,
        action="declaration accepted",
        about=reference,
        at=now,
        facts={"company": subject, "statements": str(len(born))},
    )
    for record_id in claimed:
        send_identity_link(session, record_id, actor=actor, now=now, base_url=base_url)
    publish_statements(session, subject, jurisdiction=jurisdiction, now=now)
    touch_processes(session, subject, now=now)
    return born
