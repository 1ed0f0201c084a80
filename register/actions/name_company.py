"""Find the company that somebody names by its number, or keep it when the register hears of it for the first time."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.create_supplier import NumberMisfitError
from register.jurisdictions import IdentifierScheme
from register.store import companies
from register.store.companies import Company, CompanyAlreadyKnownError

__all__ = ["NamedCompany", "NumberMisfitError", "name_company"]


@dataclass(frozen=True, slots=True)
class NamedCompany:
    """A company as somebody names it: the register that numbers it, its number, and its name if it is new to us."""

    scheme: IdentifierScheme
    number: str
    name: str


def name_company(session: Session, named: NamedCompany, *, now: datetime) -> tuple[Company, bool]:
    """The company, and whether the register first heard of it now. A company that is known keeps the name it has.

    Raises NumberMisfitError.
    """
    known = companies.find(session, named.scheme.code, named.number)
    if known is not None:
        return known, False
    if not named.scheme.fits(companies.official_number(named.number)):
        raise NumberMisfitError(named.scheme, named.number)
    try:
        made = companies.create(
            session, name=named.name, scheme=named.scheme.code, number=named.number, now=now
        )
    except CompanyAlreadyKnownError:
        # Somebody else named it between our look and our hand.
        known = companies.find(session, named.scheme.code, named.number)
        if known is None:
            raise
        return known, False
    return made, True
