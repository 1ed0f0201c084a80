"""Have the flags of every contracting process asked again that a change in one company's network may bear on."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.touch_owners import touch_owners
from register.store import companies, contracts, identities, likeness, outbox, sameness, statements


def touch_processes(session: Session, subject: str, *, now: datetime) -> tuple[str, ...]:
    """Leave a "screen" for each process where the company bids, or one that shares a person or body with it does, or
    one in whose chains any of them stands; give their ocids. Owners that are kept are worked out again as well.
    """
    sharing = {
        subject,
        *identities.subjects_sharing(session, subject),
        *statements.subjects_sharing(session, subject),
    }
    touched = statements.subjects_downstream(session, sharing)
    company = companies.by_subject(session, subject)
    numbers = {*statements.official_numbers(session, touched), (company.scheme, company.number)}
    decided, names = sameness.bidders_of(session, touched)

    ocids = sorted(
        {*contracts.processes_of(session, numbers | decided), *likeness.processes_named(session, names)}
    )

    touch_owners(session, subject, now=now)
    for ocid in ocids:
        outbox.add(session, "screen", f"screen:{ocid}", {"ocid": ocid}, now=now)
    return tuple(ocids)
