"""Work out what the acceptance of a declaration would state, and what our checks say of it. Nothing is kept."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bods.examination import Finding, examine
from bods.exceptions import BodsError
from bods.statements import NewStatementId, Statement
from bods.writing import as_bytes
from register.actions.declared_statements import declared_statements
from register.declarations.told import Told
from register.declarations.withholding import minors
from register.jurisdictions import Jurisdiction
from register.store import (
    companies,
    declarations,
    identities,
    published_copies,
    published_rules,
    statements,
    withholding,
)


@dataclass(frozen=True, slots=True)
class Preview:
    """What stood before, what would be stated, and what the checks of the standard and our own find in that.

    `refusal` says why it could not be stated at all.
    """

    subject: str
    told: tuple[Statement, ...]
    born: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    refusal: str | None = None


def preview_declaration(
    session: Session,
    reference: str,
    *,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> Preview:
    """Give what acceptance would bear if it came now. Raises DeclarationNotFoundError."""
    declaration = declarations.declaration(session, reference)
    subject = companies.company(session, declaration.company_id).subject_record_id
    told = Told(statements.of_subject(session, subject))
    withheld, named = withholding.people_of(session, subject)
    # Who is a child is told by the birthday alone; nothing of it is shown.
    children = minors(
        declarations.particulars_of(session, reference), declaration.statement_date, jurisdiction.majority_age
    )

    try:
        born = declared_statements(
            declaration,
            declaration.answers,
            subject,
            told,
            jurisdiction=published_rules.rules_on(session, jurisdiction, declaration.statement_date),
            new_id=new_id,
            confirmed=identities.confirmed_in(session, subject, frozenset(told.closed)),
            withheld={**children, **withheld},
            named=named,
        )
    except BodsError as fault:
        return Preview(subject, told.statements, (), (), str(fault))

    public = published_copies.copies(session, (*told.statements, *born), jurisdiction, now)
    return Preview(subject, told.statements, born, _findings(public, born, today))


def _findings(public: tuple[Statement, ...], born: tuple[Statement, ...], today: date) -> tuple[Finding, ...]:
    """What is found in the public text of what would be stated, in the light of all that was."""
    array = b"[" + b",".join(as_bytes(each) for each in public) + b"]"
    new = {each.statement_id for each in born}
    return tuple(each for each in examine(array, today=today) if each.statement_id in new)
