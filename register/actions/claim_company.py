"""Ask to act for a company: the papers that prove it follow, and a registrar or the company's administrator decides."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole, Principal
from register.actions.name_company import NamedCompany, name_company
from register.actions.tell_supplier import News, tell_supplier
from register.exceptions import RegisterError
from register.store import audit, claims, companies, declarations, drafts, mandates
from register.store.claims import Claim, ClaimState
from register.words import N_

#: Who waits for so many answers asks for no further company: a claim makes the company known to the register.
MOST_WAITING = 5


NEWS = News(
    N_("Somebody asks to act for %(company)s"),
    N_(
        "%(name)s asks to act for %(company)s. If they are your colleague, sign in and let them in under "
        "“People”. If you do not know them, refuse: nothing is shown to them until you decide."
    ),
    N_("%(name)s asks to act for %(company)s. Sign in to let them in or refuse."),
)


@dataclass(frozen=True, slots=True)
class Asking:
    """What somebody asks to be for a company, and why they may. `firm` is the firm an agent works for."""

    role: CompanyRole
    capacity: Capacity
    firm: str = ""


class AlreadyActsError(RegisterError):
    """The person acts for this company already."""

    def __init__(self, account_id: int, company_id: int) -> None:
        self.account_id, self.company_id = account_id, company_id
        super().__init__(f"account {account_id} acts for company {company_id} already")


class TooManyClaimsError(RegisterError):
    """The person waits for the answers to as many claims as one may make at a time."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(f"{most} claims wait already")


def claim_company(
    session: Session, company: NamedCompany | int, asking: Asking, *, principal: Principal, now: datetime
) -> Claim:
    """Keep the claim of a supplier's person; `company` is the number of one that the register knows, or one named anew.

    Where nobody acts for the company yet, whoever asks becomes its administrator when the claim is approved.
    Raises AlreadyActsError, AlreadyAskedError, TooManyClaimsError, NumberMisfitError, CompanyNotFoundError.
    """
    mandates.lock(session)
    waiting = [
        each for each in claims.of_account(session, principal.account_id) if each.state is ClaimState.WAITING
    ]
    if len(waiting) >= MOST_WAITING:
        raise TooManyClaimsError(MOST_WAITING)
    found, founded = (
        (companies.company(session, company), False)
        if isinstance(company, int)
        else name_company(session, company, now=now)
    )
    if mandates.exists(session, principal.account_id, found.id, now=now):
        raise AlreadyActsError(principal.account_id, found.id)

    led = mandates.anybody(session, found.id, now=now)
    nobodys = founded or _nobodys(session, found.id, now)

    made = claims.add(
        session,
        account_id=principal.account_id,
        company_id=found.id,
        founded=nobodys,
        role=asking.role if led else CompanyRole.ADMIN,
        capacity=asking.capacity,
        firm=asking.firm if asking.capacity is Capacity.AGENT else "",
        now=now,
    )
    audit.record(
        session,
        actor=principal.actor,
        action="authority asked for",
        about=made.about,
        at=now,
        facts={"company": found.subject_record_id, "role": made.role.value, "capacity": made.capacity.value},
    )
    tell_supplier(
        session,
        found.id,
        NEWS,
        key=f"claim|{made.id}",
        facts={"name": principal.name, "company": found.name},
        now=now,
    )
    return made


def _nobodys(session: Session, company_id: int, now: datetime) -> bool:
    """Whether nothing was said about a company yet by anybody: whoever asks for it may begin to write."""
    return not (
        mandates.of_company(session, company_id, now=now)
        or declarations.of_company(session, company_id)
        or drafts.exists(session, company_id)
        or claims.writer_of(session, company_id)
    )
