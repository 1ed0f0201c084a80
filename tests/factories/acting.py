"""People of suppliers and of the county in a real database, as the register knows them at a moment."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole, Principal, Role
from register.actions.claim_company import Asking, claim_company
from register.actions.name_company import NamedCompany
from register.jurisdictions import load
from register.store import accounts, companies, evidence, mandates, principals
from register.store.claims import Claim
from register.store.companies import Company
from register.store.mandates import Mandate

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
KENYA = load("kenya_makueni")
_NUMBERS = count(1)


def somebody(session: Session, name: str = "Ana Mwikali", role: Role = Role.SUPPLIER) -> Principal:
    """A person with an account who acts for nobody yet."""
    email = f"{name.split()[0].lower()}.{next(_NUMBERS)}@people.example"
    account = accounts.create(session, email, name, role, now=NOW)
    accounts.set_active(session, account.id, active=True)
    return as_known(session, account.id)


def as_known(session: Session, account_id: int, *, now: datetime = NOW) -> Principal:
    """What the register takes a person for at a moment."""
    account = accounts.account(session, account_id)
    return principals.principal(session, account.id, account.name, account.role, account.language, now=now)


def company(session: Session, name: str = "Alfa") -> Company:
    """A company that the register knows."""
    return companies.create(
        session, name=f"{name} Builders Ltd", scheme="KE-RCO", number=f"PVT-{name.upper()}01", now=NOW
    )


def acting(
    session: Session,
    of: Company,
    name: str,
    role: CompanyRole = CompanyRole.ADMIN,
    *,
    capacity: Capacity = Capacity.DIRECTOR,
    firm: str = "",
    ends_at: datetime | None = None,
) -> Principal:
    """A person who acts for a company."""
    who = somebody(session, name)
    mandates.grant(session, Mandate(who.account_id, of.id, role, capacity, firm, ends_at=ends_at), now=NOW)
    return as_known(session, who.account_id)


def named(number: str = "PVT-BETA01", name: str = "Beta Works Ltd") -> NamedCompany:
    """A company as somebody names it anew."""
    scheme = KENYA.scheme("KE-RCO")
    assert scheme is not None
    return NamedCompany(scheme, number, name)


def asks(
    session: Session,
    who: Principal,
    for_: Company | NamedCompany,
    role: CompanyRole = CompanyRole.ADMIN,
    *,
    proof: Path | None = None,
) -> Claim:
    """Somebody asks to act for a company; with `proof`, a data folder, they hand in a paper."""
    about = for_.id if isinstance(for_, Company) else for_
    claim = claim_company(session, about, Asking(role, Capacity.DIRECTOR), principal=who, now=NOW)
    if proof is not None:
        hands_in(session, claim.about, proof, by=who)
    return claim


def hands_in(session: Session, about: str, data: Path, *, by: Principal) -> None:
    """A paper that proves it."""
    evidence.add(
        session,
        data,
        about=about,
        kind="power_of_attorney",
        name="resolution.pdf",
        media_type="application/pdf",
        content=b"%PDF-1.7 an invented resolution",
        scanned=False,
        by=by.actor,
        now=NOW,
    )
