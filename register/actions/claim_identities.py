"""Keep whose identity documents were typed for the people of a declaration; typing alone joins nobody in public."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.declarations.draft import Draft
from register.declarations.network import person_records
from register.declarations.stakes import Law
from register.declarations.statements import Told
from register.jurisdictions import Jurisdiction
from register.store import identities, statements


def claim_identities(
    session: Session,
    subject: str,
    answers: Draft,
    *,
    now: datetime,
    jurisdiction: Jurisdiction,
    accepted: bool,
) -> tuple[str, ...]:
    """Claim the identity of each person whose document is given, and give the record ids newly claimed.

    Until a declaration is accepted, a claim that stands is left as it is: what a rejected declaration typed must not
    undo what a person confirmed.
    """
    told = Told(statements.of_subject(session, subject))
    law = Law(jurisdiction.owner_threshold, jurisdiction.control_majority)
    records = person_records(answers, subject, law, told.past({}), jurisdiction.day_of(now))
    standing = identities.claims_in(session, subject)

    new: list[str] = []
    for key, record_id in records.items():
        private = answers.particulars.get(key)
        if private is None or not private.document_number or (record_id in standing and not accepted):
            continue
        hashed = identities.document_hash(session, private.document_scheme, private.document_number)
        if identities.claim(session, record_id, subject, hashed, now):
            new.append(record_id)
    return tuple(new)
