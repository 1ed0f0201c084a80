"""Find a company by name or number in the public copy, with its owners of today. It saves nothing."""

from datetime import date

from sqlalchemy.orm import Session

from register.graph.building import company_picture
from register.graph.owners import owners_of
from register.graph.picture import PartyKind
from register.graph.shares import text_of
from register.jurisdictions import Jurisdiction
from register.sms.word import Known
from register.store import published

#: How alike a name must be to be taken for the one meant.
ALIKE = 75.0


def published_company(
    session: Session, words: str, *, jurisdiction: Jurisdiction, today: date
) -> Known | None:
    """The company that is meant, or None when nothing published is like it."""
    if not words:
        return None
    found = published.search(session, words, limit=5)
    best = next((each for each in found.names if each.kind == "entity" and each.score >= ALIKE), None)
    if best is None:
        return None
    own = published.of_subject(session, best.declaration_subject)
    statements = tuple(each.statement for each in own)
    picture = company_picture(best.declaration_subject, statements, {}, today, public=True)
    company = picture.subjects[0]
    owners = [
        owner
        for owner in owners_of(picture, company, jurisdiction.owner_threshold, jurisdiction.control_majority)
        if owner.party.kind is PartyKind.PERSON
    ]
    return Known(
        name=picture.name(company),
        declared_on=max(statement.day for statement in statements),
        owners=tuple(
            (owner.party.name, text_of(owner.economic) if owner.economic else "") for owner in owners
        ),
    )
