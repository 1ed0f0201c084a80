"""What was said of somebody who was named as an owner: public facts only."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext
from sqlalchemy.orm import Session

from register.store import companies, declarations, identities
from register.store.declarations import DeclarationState
from register.store.identities import ClaimNotFoundError
from register.web.declare.steps.parties import name_of, said
from register.web.declare.wording import holding_words, since_words


@dataclass(frozen=True, slots=True)
class Named:
    """Name, company and what is held, as declared on a day under a reference."""

    name: str
    company: str
    holds: tuple[str, ...]
    on: date
    reference: str


def named(session: Session, record_id: str) -> Named | None:
    """What the company's newest declaration says of a person record; None when it names them no more."""
    try:
        claim = identities.claim_of(session, record_id)
    except ClaimNotFoundError:
        return None
    company = companies.by_subject(session, claim.subject_record_id)
    made = declarations.last(session, company.id, DeclarationState.ACCEPTED, DeclarationState.SUBMITTED)
    key = identities.person_key_of(claim)
    if made is None or all(person.key != key for person in made.answers.people):
        return None
    holds = tuple(
        gettext(
            "In %(held)s: %(what)s, %(since)s",
            held=name_of(made.answers, each.held),
            what=", ".join(holding_words(each)),
            since=since_words(each),
        )
        for each in made.answers.holdings
        if each.holder == key and said(each)
    )
    return Named(
        name_of(made.answers, key), made.answers.company.name, holds, made.statement_date, made.reference
    )
