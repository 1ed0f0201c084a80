"""Who may sign in."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.models.accounts import AccountRow
from register.store import accounts, companies
from register.store.accounts import AccountUnknownError, EmailTakenError

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_an_address_is_one_however_it_is_typed(session: Session) -> None:
    ana = accounts.create(session, " Ana@Umiliki.example ", "Ana Mwikali", Role.SUPPLIER, now=NOW)

    found = accounts.by_email(session, "ANA@umiliki.EXAMPLE")

    assert found == ana
    with pytest.raises(EmailTakenError):
        accounts.create(session, "ana@umiliki.example", "Another", Role.OFFICER, now=NOW)


def test_a_new_account_has_no_access(session: Session) -> None:
    ana = accounts.create(session, "ana@umiliki.example", "Ana Mwikali", Role.SUPPLIER, now=NOW)

    assert not ana.active
    assert not ana.enrolled


def test_an_unknown_number_is_said_to_be_unknown(session: Session) -> None:
    with pytest.raises(AccountUnknownError):
        accounts.account(session, 4711)


def test_the_secret_of_codes_is_sealed_where_it_lies(session: Session) -> None:
    ana = accounts.create(session, "ana@umiliki.example", "Ana Mwikali", Role.OFFICER, now=NOW)

    accounts.set_code_secret(session, ana.id, "JBSWY3DPEHPK3PXP")

    row = session.get_one(AccountRow, ana.id)
    assert row.totp_sealed is not None
    assert b"JBSWY3DP" not in row.totp_sealed
    assert accounts.code_secret(session, ana.id) == "JBSWY3DPEHPK3PXP"


def test_a_step_is_used_once_and_never_an_older_one(session: Session) -> None:
    ana = accounts.create(session, "ana@umiliki.example", "Ana Mwikali", Role.OFFICER, now=NOW)

    taken = [accounts.use_step(session, ana.id, step) for step in (7, 7, 6, 8)]

    assert taken == [True, False, False, True]


def test_authority_is_for_a_company_and_granted_once(session: Session) -> None:
    ana = accounts.create(session, "ana@umiliki.example", "Ana Mwikali", Role.SUPPLIER, now=NOW)
    alfa = companies.create(session, name="Alfa Ltd", scheme="KE-RCO", number="PVT-AAAA1111", now=NOW)

    accounts.grant_authority(session, ana.id, alfa.id, NOW)
    accounts.grant_authority(session, ana.id, alfa.id, NOW)

    assert accounts.companies_of(session, ana.id, now=NOW) == (alfa.id,)


def test_people_are_listed_by_name_page_by_page(session: Session) -> None:
    for name in ("Zawadi", "Ana", "Musa"):
        accounts.create(session, f"{name}@umiliki.example", name, Role.OFFICER, now=NOW)
    accounts.create(session, "s@umiliki.example", "Supplier", Role.SUPPLIER, now=NOW)

    first = accounts.people(session, staff=True, limit=2)
    rest = accounts.people(session, staff=True, limit=2, after=(first[-1].name, first[-1].id))

    assert [each.name for each in first + rest] == ["Ana", "Musa", "Zawadi"]
    assert [each.name for each in accounts.people(session, staff=False)] == ["Supplier"]
    assert accounts.names(session, [first[0].id, 4711]) == {first[0].id: "Ana"}
