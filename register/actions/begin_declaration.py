"""Begin a declaration: with what was declared last, or with an empty form for the company."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.begin_telling import anew
from register.declarations.draft import SUBJECT, Draft, EntityAnswer, EntityKind
from register.jurisdictions import Jurisdiction
from register.store import companies, declarations, drafts
from register.store.companies import Company
from register.store.declarations import DeclarationState
from register.store.drafts import NONE_YET, StoredDraft


def begin_declaration(
    session: Session, company_id: int, *, now: datetime, jurisdiction: Jurisdiction, private: bool = True
) -> StoredDraft:
    """Give the company's draft: the one under way, else one made from what was last accepted or rejected, else empty.

    Whoever declares says anew who they are. Without `private`, earlier private particulars stay shut. Raises CompanyNotFoundError.
    """
    if drafts.exists(session, company_id):
        return drafts.draft(session, company_id)
    company = companies.company(session, company_id)
    last = declarations.last(session, company_id, DeclarationState.ACCEPTED, DeclarationState.REJECTED)
    answers = last and (declarations.particulars_of(session, last.reference) if private else last.answers)

    draft = anew(answers, last.statement_date) if answers and last else _empty(company, jurisdiction)

    return drafts.save(session, company_id, draft, NONE_YET, now)


def _empty(company: Company, jurisdiction: Jurisdiction) -> Draft:
    return Draft(
        company=EntityAnswer(
            key=SUBJECT,
            name=company.name,
            kind=EntityKind.COMPANY,
            country=jurisdiction.country_code,
            scheme=company.scheme,
            number=company.number,
        )
    )
