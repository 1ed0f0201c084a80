"""Which browsers are signed in."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.access import Role
from register.models.accounts import AccountSessionRow
from register.store import accounts, companies, sessions
from register.store.accounts import Account

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def someone(session: Session, role: Role) -> Account:
    account = accounts.create(session, f"{role.value}@umiliki.example", "Ana Mwikali", role, now=NOW)
    accounts.set_active(session, account.id, active=True)
    return account


def begin(session: Session, account: Account, *, complete: bool = True) -> str:
    return sessions.start(
        session, account.id, account.role, complete=complete, browser="Firefox, Android", now=NOW
    )


def test_only_the_hash_of_a_secret_is_kept(session: Session) -> None:
    secret = begin(session, someone(session, Role.SUPPLIER))

    row = session.scalars(select(AccountSessionRow)).one()

    assert len(secret) >= 43  # 256 bits in base 64
    assert secret not in (row.secret_hash, row.browser)
    assert len(row.secret_hash) == 64


def test_a_supplier_comes_with_their_companies(session: Session) -> None:
    ana = someone(session, Role.SUPPLIER)
    alfa = companies.create(session, name="Alfa Ltd", scheme="KE-RCO", number="PVT-AAAA1111", now=NOW)
    accounts.grant_authority(session, ana.id, alfa.id, NOW)

    principal = sessions.principal_for(session, begin(session, ana), now=NOW)

    assert principal is not None
    assert principal.acts_for(alfa.id)
    assert principal.proved_at == NOW


@pytest.mark.parametrize(
    ("role", "rest"),
    [(Role.OFFICER, 30 * MINUTE), (Role.ADMINISTRATOR, 30 * MINUTE), (Role.SUPPLIER, 12 * HOUR)],
)
def test_a_session_at_rest_too_long_is_over(session: Session, role: Role, rest: timedelta) -> None:
    secret = begin(session, someone(session, role))

    before = sessions.principal_for(session, secret, now=NOW + rest - MINUTE)
    after = sessions.principal_for(session, secret, now=NOW + rest)

    assert before is not None
    assert after is None


@pytest.mark.parametrize(
    ("role", "most"), [(Role.OFFICER, timedelta(hours=12)), (Role.SUPPLIER, timedelta(days=7))]
)
def test_no_session_outlives_its_limit_however_busy(session: Session, role: Role, most: timedelta) -> None:
    secret = begin(session, someone(session, role))
    sessions.touch(session, secret, now=NOW + most - MINUTE)

    before = sessions.principal_for(session, secret, now=NOW + most - MINUTE)
    after = sessions.principal_for(session, secret, now=NOW + most)

    assert before is not None
    assert after is None


def test_use_is_noted_once_a_minute(session: Session) -> None:
    secret = begin(session, someone(session, Role.OFFICER))
    session.commit()

    noted = []
    for seconds in (30, 60, 90, 121):
        noted.append(sessions.touch(session, secret, now=NOW + timedelta(seconds=seconds)))
        session.commit()

    assert noted == [False, True, False, True]


def test_half_way_opens_nothing_and_lasts_minutes(session: Session) -> None:
    officer = someone(session, Role.OFFICER)
    secret = begin(session, officer, complete=False)

    assert sessions.principal_for(session, secret, now=NOW) is None
    assert sessions.half_way(session, secret, now=NOW) == officer.id
    assert sessions.half_way(session, secret, now=NOW + HOUR) is None
    assert sessions.half_way(session, begin(session, officer), now=NOW) is None


def test_an_ended_session_is_dead(session: Session) -> None:
    secret = begin(session, someone(session, Role.SUPPLIER))

    sessions.end(session, secret, now=NOW)

    assert sessions.principal_for(session, secret, now=NOW) is None


def test_a_closed_account_has_no_session_alive(session: Session) -> None:
    ana = someone(session, Role.SUPPLIER)
    secret = begin(session, ana)

    accounts.set_active(session, ana.id, active=False)

    assert sessions.principal_for(session, secret, now=NOW) is None


def test_one_may_end_ones_own_sessions_only(session: Session) -> None:
    ana, officer = someone(session, Role.SUPPLIER), someone(session, Role.OFFICER)
    here, there = begin(session, ana), begin(session, ana)
    visits = sessions.visits(session, ana.id, here, now=NOW)
    other = next(visit for visit in visits if not visit.is_this)

    by_officer = sessions.end_one(session, officer.id, other.handle, now=NOW)
    by_ana = sessions.end_one(session, ana.id, other.handle, now=NOW)

    assert (by_officer, by_ana) == (False, True)
    assert sessions.principal_for(session, there, now=NOW) is None
    assert [visit.is_this for visit in sessions.visits(session, ana.id, here, now=NOW)] == [True]


def test_an_invented_secret_opens_nothing(session: Session) -> None:
    begin(session, someone(session, Role.SUPPLIER))

    assert sessions.principal_for(session, "guess", now=NOW) is None
    assert sessions.principal_for(session, "\udcff", now=NOW) is None
