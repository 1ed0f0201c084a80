"""Look through the whole register for records that look like one, and leave each pair as a question."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from register.elsewhere.likeness import alike
from register.store import likeness, sameness
from register.store.likeness import Kind


@dataclass(frozen=True, slots=True)
class Proposed:
    """How many pairs look alike, decided ones included."""

    people: int
    companies: int


def propose_same(session: Session, *, now: datetime) -> Proposed:
    """Ask anew which people and companies look like one; what was decided stays decided."""
    sameness.join_identities(session)
    people, companies = likeness.people(session), likeness.companies(session)

    like_people, like_companies = alike(people), alike(companies)

    return Proposed(
        likeness.keep(session, Kind.PERSON, like_people, now),
        likeness.keep(session, Kind.COMPANY, like_companies, now),
    )


def propose_companies(session: Session, *, now: datetime) -> int:
    """Ask anew which bidders and companies look like one, as after an import; gives how many pairs do."""
    companies = likeness.companies(session)

    like_companies = alike(companies)

    return likeness.keep(session, Kind.COMPANY, like_companies, now)
