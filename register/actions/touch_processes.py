"""Have the flags of every contracting process asked again that a change in one company's network may bear on."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.touch_owners import touch_owners
from register.store import companies, contracts, identities, likeness, outbox, sameness, statements


def touch_processes(session: Session, subject: str, *, now: datetime) -> tuple[str, ...]:
    """Leave a "screen" for each process that a change of a company touches; give their ocids. Owners that are kept are
    worked out again as well.
    """
    company = companies.by_subject(session, subject)
    ocids = processes_touched(session, subject, (company.scheme, company.number))

    touch_owners(session, subject, now=now)
    for ocid in ocids:
        outbox.add(session, "screen", f"screen:{ocid}", {"ocid": ocid}, now=now)
    return ocids


def processes_touched(session: Session, subject: str, *numbers: tuple[str, str]) -> tuple[str, ...]:
    """Give the ocids of each process where a company bids, or one that shares a person or body with it does, or one in
    whose chains any of them stands. `numbers` are its official numbers besides those that it stated itself.
    """
    sharing = {
        subject,
        *identities.subjects_sharing(session, subject),
        *statements.subjects_sharing(session, subject),
    }
    touched = statements.subjects_downstream(session, sharing)
    known = {*statements.official_numbers(session, touched), *numbers}
    decided, names = sameness.bidders_of(session, touched)
    return tuple(
        sorted({*contracts.processes_of(session, known | decided), *likeness.processes_named(session, names)})
    )
