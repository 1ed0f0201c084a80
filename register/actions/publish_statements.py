"""Make a company's accepted statements public, when the place's rule says so."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.declarations.life import Move, Mover, State
from register.jurisdictions import Jurisdiction, PublicationRule
from register.store import audit, awards, companies, declarations, life, published, statements
from register.store.companies import Company
from register.store.declarations import DeclarationState
from register.store.life import Moved
from register.store.order import take_turn


def publish_statements(
    session: Session, subject: str, *, jurisdiction: Jurisdiction, now: datetime
) -> tuple[int, ...]:
    """Publish what is not public yet of a company's network, in the order learnt, and give the sequence numbers.

    The rule is asked each time: on acceptance always; on award once an award to the company is known; with consent if
    the last accepted declaration gives it. What is public stays so. To be called again when an award is notified.
    """
    company = companies.by_subject(session, subject)
    told = statements.of_subject(session, subject)

    if not told or not _may(session, company, jurisdiction.publication_rule):
        return ()

    # Acceptance writes its audit entry first and publishes then: in the same order here, neither waits for the other.
    take_turn(session, audit.SERIES)
    given = published.publish(session, told, jurisdiction, now)
    for reference in declarations.standing_unpublished(session, company.id):
        declarations.mark_published(session, reference, now)
        life.record(
            session, Moved(reference, now, Move.PUBLISH, State.PUBLISHED, Mover.REGISTER, account_id=None)
        )
    if given:
        audit.record(
            session,
            actor="register",
            action="statements published",
            about=subject,
            at=now,
            facts={"first": str(given[0]), "last": str(given[-1])},
        )
    return given


def _may(session: Session, company: Company, rule: PublicationRule) -> bool:
    if rule is PublicationRule.ON_ACCEPTANCE:
        return True
    if rule is PublicationRule.ON_AWARD:
        return bool(awards.awards_of(session, [(company.scheme, company.number)]))
    last = declarations.last(session, company.id, DeclarationState.ACCEPTED)
    return last is not None and last.signature.consent_to_publish
