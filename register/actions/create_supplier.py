"""Give a supplier's person an account made by staff, authority for one company, and a link to enrol with."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Role
from register.actions.invite import Invitation, invite
from register.exceptions import RegisterError
from register.jurisdictions import IdentifierScheme
from register.store import accounts, audit, companies


class NumberMisfitError(RegisterError):
    """The company's number is not written as its scheme writes numbers."""

    def __init__(self, scheme: IdentifierScheme, number: str) -> None:
        self.scheme, self.number = scheme, number
        super().__init__(f"{number} does not look like a number of {scheme.label}: {scheme.hint}")


def create_supplier(
    session: Session,
    email: str,
    name: str,
    *,
    scheme: IdentifierScheme,
    number: str,
    company_name: str,
    by: str,
    now: datetime,
    language: str = "en",
) -> Invitation:
    """Make the account for a company, known by its number or new, and invite the person to it.

    A company that is known keeps the name it has. Raises NumberMisfitError, EmailTakenError.
    """
    if not scheme.fits(companies.official_number(number)):
        raise NumberMisfitError(scheme, number)

    company = companies.find(session, scheme.code, number) or companies.create(
        session, name=company_name, scheme=scheme.code, number=number, now=now
    )
    account = accounts.create(session, email, name, Role.SUPPLIER, now=now, language=language)
    accounts.grant_authority(session, account.id, company.id, now)
    audit.record(
        session,
        actor=by,
        action="account created",
        about=account.actor,
        at=now,
        facts={"role": Role.SUPPLIER.value, "company": company.subject_record_id},
    )
    return invite(session, account.id, by=by, now=now)
