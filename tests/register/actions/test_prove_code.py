"""The second factor of staff."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.deactivate_account import deactivate_account
from register.actions.prove_code import NotHalfWayError, prove_code
from register.store import audit, codes, sessions
from register.store.accounts import Account
from tests.factories.people import SECRET, person

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def half_way(session: Session, account: Account, now: datetime = NOW) -> str:
    return sessions.start(session, account.id, account.role, complete=False, browser="Firefox", now=now)


def wrong(now: datetime = NOW) -> str:
    """Six digits that are the code of no step near."""
    near = {codes.code_at(SECRET, now + timedelta(seconds=30 * step)) for step in range(-2, 3)}
    return next(f"{number:06}" for number in range(10) if f"{number:06}" not in near)


def test_the_right_code_lets_in_under_a_new_secret(session: Session) -> None:
    before = half_way(session, person(session, Role.OFFICER, at=NOW))

    answer = prove_code(session, before, codes.code_at(SECRET, NOW), browser="Firefox", now=NOW)

    assert answer.entrance is not None
    assert answer.entrance.secret != before
    assert sessions.principal_for(session, answer.entrance.secret, now=NOW) is not None
    assert sessions.half_way(session, before, now=NOW) is None
    assert audit.newest(session)[0].action == "signed in"


def test_bar_a8_a_code_works_once(session: Session) -> None:
    officer = person(session, Role.OFFICER, at=NOW)
    code = codes.code_at(SECRET, NOW)
    prove_code(session, half_way(session, officer), code, browser="Firefox", now=NOW)

    later = NOW + timedelta(seconds=20)
    again = prove_code(session, half_way(session, officer, later), code, browser="Firefox", now=later)

    assert again.entrance is None


def test_after_five_wrong_codes_one_starts_over(session: Session) -> None:
    secret = half_way(session, person(session, Role.OFFICER, at=NOW))

    answers = [prove_code(session, secret, wrong(), browser="Firefox", now=NOW) for _ in range(5)]

    assert [answer.start_over for answer in answers] == [False] * 4 + [True]
    with pytest.raises(NotHalfWayError):
        prove_code(session, secret, codes.code_at(SECRET, NOW), browser="Firefox", now=NOW)


def test_starting_over_again_and_again_does_not_help_a_guesser(session: Session) -> None:
    officer = person(session, Role.OFFICER, at=NOW)
    for _ in range(4):
        secret = half_way(session, officer)
        for _ in range(5):
            prove_code(session, secret, wrong(), browser="Firefox", now=NOW)

    right = prove_code(
        session, half_way(session, officer), codes.code_at(SECRET, NOW), browser="Firefox", now=NOW
    )

    assert right.entrance is None


def test_a_code_without_a_passphrase_is_no_way_in(session: Session) -> None:
    person(session, Role.OFFICER, at=NOW)

    with pytest.raises(NotHalfWayError):
        prove_code(session, "guess", codes.code_at(SECRET, NOW), browser="Firefox", now=NOW)


def test_access_taken_away_half_way_stays_away(session: Session) -> None:
    officer = person(session, Role.OFFICER, at=NOW)
    secret = half_way(session, officer)

    deactivate_account(session, officer.id, by="account:99", now=NOW)

    with pytest.raises(NotHalfWayError):
        prove_code(session, secret, codes.code_at(SECRET, NOW), browser="Firefox", now=NOW)
