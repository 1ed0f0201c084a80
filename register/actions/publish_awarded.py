"""Make public what waited for an award: the statements of companies that won a contracting process."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.publish_statements import publish_statements
from register.jurisdictions import Jurisdiction
from register.store import awards, companies


def publish_awarded(session: Session, ocid: str, *, jurisdiction: Jurisdiction, now: datetime) -> int:
    """Publish what the place's rule allows of every declared winner of a process, and give how many statements.

    Done again, it publishes nothing twice. An unknown process has no winners.
    """
    numbers = dict.fromkeys((award.scheme, award.number) for award in awards.awards_in(session, ocid))
    declared = [found for scheme, number in numbers if (found := companies.find(session, scheme, number))]

    return sum(
        len(publish_statements(session, company.subject_record_id, jurisdiction=jurisdiction, now=now))
        for company in declared
    )
