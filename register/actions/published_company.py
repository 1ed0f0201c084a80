"""Find a company or an awarded tender by what people call it, with the owners of today. It saves nothing."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from bods.records import Entity
from bods.statements import Statement
from register.graph.building import company_picture
from register.graph.owners import owners_of
from register.graph.picture import PartyKind, Picture
from register.graph.shares import text_of
from register.jurisdictions import Jurisdiction
from register.sms.word import Known, KnownAward
from register.store import awards, published, published_awards, published_pages

#: How alike a name must be to be taken for the one meant.
ALIKE = 75.0


def published_company(
    session: Session, words: str, *, jurisdiction: Jurisdiction, today: date
) -> Known | None:
    """The company that is meant, or None when nothing published is like it."""
    if not words:
        return None
    found = published.search(session, words, limit=5)
    # A body that only stands in another's chain is not the company whose owners are asked for.
    meant = (each for each in found.names if each.record_id == each.declaration_subject)
    best = next((each for each in meant if each.score >= ALIKE), None)
    return _known(session, best.record_id, jurisdiction, today) if best else None


def published_award(
    session: Session, code: str, *, jurisdiction: Jurisdiction, today: date
) -> KnownAward | None:
    """The awarded tender with this very code, or None; bids and open tenders are told to nobody."""
    ocid = published_awards.ocid_with_code(session, code)
    if ocid is None:
        return None
    won = awards.awards_in(session, ocid)
    subjects = published_pages.subjects_of(session, [(each.scheme, each.number) for each in won])
    suppliers = {}
    for each in won:
        subject = subjects.get((each.scheme, each.number))
        suppliers[each.name] = _known(session, subject, jurisdiction, today) if subject else None
    return KnownAward(won[0].tender_id or ocid, tuple(suppliers.items()))


def _known(session: Session, subject: str, jurisdiction: Jurisdiction, today: date) -> Known:
    picture, declared_on = published_picture(session, subject, today)
    company = picture.subjects[0]
    owners = owners_of(picture, company, jurisdiction.owner_threshold, jurisdiction.control_majority)
    return Known(
        name=picture.name(company),
        declared_on=declared_on,
        owners=tuple(
            (owner.party.name, text_of(owner.economic) if owner.economic else "")
            for owner in owners
            if owner.party.kind is PartyKind.PERSON
        ),
    )


def published_picture(session: Session, subject: str, as_of: date) -> tuple[Picture, date]:
    """Draw who stood behind a company on a day, by what is published; and give the day it last declared."""
    own = [each.statement for each in published.of_subject(session, subject)]
    mine = {each.statement_id for each in own}
    above = published.upstream(session, _numbers(own, subject))
    statements = (*own, *(each for each in above if each.statement_id not in mine))
    picture = company_picture(subject, statements, {}, as_of, public=True)
    return picture, max(statement.day for statement in own)


def _numbers(statements: Iterable[Statement], subject: str) -> set[tuple[str, str]]:
    return {
        (each.scheme, each.id)
        for statement in statements
        if statement.record_id == subject and isinstance(statement.record, Entity)
        for each in statement.record.identifiers
        if each.scheme and each.id
    }
