"""Accounts of suppliers' people, made by staff."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.create_supplier import NumberMisfitError, create_supplier
from register.actions.enrol import choose_passphrase
from register.actions.invite import Invitation
from register.actions.tell import Notice
from register.jurisdictions import IdentifierScheme
from register.store import accounts, companies, sessions
from register.store.accounts import EmailTakenError

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
REGISTRAR = IdentifierScheme(
    "KE-RCO", "Business Registration Service", "Such as PVT-AB12CD3.", r"PVT-\w{4,8}"
)


def made(session: Session, email: str, number: str, company_name: str = "Alfa Ltd") -> Invitation:
    return create_supplier(
        session,
        email,
        "Ana Mwikali",
        scheme=REGISTRAR,
        number=number,
        company_name=company_name,
        by="account:99",
        now=NOW,
    )


def test_a_supplier_is_in_with_a_passphrase_and_speaks_for_the_company(session: Session) -> None:
    invitation = made(session, "ana@umiliki.example", "PVT-AAAA1111")

    entrance = choose_passphrase(
        session,
        invitation.secret,
        "hash",
        Notice("You can sign in", "Hello", "Hello"),
        browser="Firefox",
        now=NOW,
    )

    principal = sessions.principal_for(session, entrance.secret, now=NOW)
    assert principal is not None
    assert principal.role is Role.SUPPLIER
    assert [companies.company(session, number).name for number in principal.companies] == ["Alfa Ltd"]


def test_two_people_of_one_company_share_it_under_the_name_it_has(session: Session) -> None:
    first = made(session, "ana@umiliki.example", "PVT-AAAA1111")
    second = made(session, "musa@umiliki.example", "pvt-aaaa 1111", "Another name")

    shared = {accounts.companies_of(session, each.account.id, now=NOW) for each in (first, second)}

    assert len(shared) == 1
    assert companies.company(session, shared.pop()[0]).name == "Alfa Ltd"


def test_a_number_that_cannot_be_one_is_refused(session: Session) -> None:
    with pytest.raises(NumberMisfitError):
        made(session, "ana@umiliki.example", "12")

    assert accounts.by_email(session, "ana@umiliki.example") is None


def test_an_address_has_one_account(session: Session) -> None:
    made(session, "ana@umiliki.example", "PVT-AAAA1111")

    with pytest.raises(EmailTakenError):
        made(session, "ANA@umiliki.example", "PVT-BBBB2222")
