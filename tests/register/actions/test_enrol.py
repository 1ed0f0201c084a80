"""Enrolling with a one-time link."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.create_staff import NotStaffError, create_staff
from register.actions.deactivate_account import deactivate_account
from register.actions.enrol import choose_passphrase, invited, prove_first_code
from register.actions.invite import invite
from register.actions.prove_code import NotHalfWayError
from register.actions.reactivate_account import NotEnrolledError, reactivate_account
from register.actions.tell import Notice
from register.store import accounts, audit, codes, outbox, passphrases, sessions
from register.store.links import LinkSpentError
from tests.factories.people import PASSPHRASE, person

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOTICE = Notice("You can sign in", "Hello Otieno", "Hello")


def invitation(session: Session) -> tuple[int, str]:
    made = create_staff(session, "otieno@umiliki.example", "Otieno Baraka", Role.OFFICER, by="clock", now=NOW)
    return made.account.id, made.secret


def test_staff_have_access_only_after_a_code_was_proved(session: Session) -> None:
    number, link = invitation(session)

    entrance = choose_passphrase(session, link, "hash", NOTICE, browser="Firefox", now=NOW)
    half = accounts.account(session, number)
    key = accounts.code_secret(session, number) or ""
    answer = prove_first_code(
        session, entrance.secret, codes.code_at(key, NOW), NOTICE, browser="Firefox", now=NOW
    )

    assert not half.active
    assert answer.entrance is not None
    assert accounts.account(session, number).active
    assert sessions.principal_for(session, answer.entrance.secret, now=NOW) is not None
    assert [work.payload["to"] for work in outbox.newest(session, ("mail",))] == [
        accounts.account(session, number).email
    ]
    assert [event.action for event in reversed(audit.newest(session))] == [
        "account created",
        "invited",
        "passphrase chosen",
        "enrolled",
    ]


def test_a_wrong_first_code_gives_no_access(session: Session) -> None:
    number, link = invitation(session)
    entrance = choose_passphrase(session, link, "hash", NOTICE, browser="Firefox", now=NOW)

    answer = prove_first_code(session, entrance.secret, "abcdef", NOTICE, browser="Firefox", now=NOW)

    assert answer.entrance is None
    assert not accounts.account(session, number).active
    assert outbox.newest(session, ("mail",)) == ()


def test_a_link_is_used_up_and_replaced_by_a_newer_one(session: Session) -> None:
    number, older = invitation(session)
    newer = invite(session, number, by="account:99", now=NOW).secret

    with pytest.raises(LinkSpentError):
        choose_passphrase(session, older, "hash", NOTICE, browser="Firefox", now=NOW)
    assert invited(session, newer, now=NOW).id == number
    choose_passphrase(session, newer, "hash", NOTICE, browser="Firefox", now=NOW)
    with pytest.raises(LinkSpentError):
        choose_passphrase(session, newer, "hash", NOTICE, browser="Firefox", now=NOW)


def test_enrolling_anew_ends_what_was_proved_before(session: Session) -> None:
    officer = person(session, Role.OFFICER, at=NOW)
    before = sessions.start(session, officer.id, officer.role, complete=True, browser="Lost phone", now=NOW)
    link = invite(session, officer.id, by="account:99", now=NOW).secret
    untouched = sessions.principal_for(session, before, now=NOW)

    choose_passphrase(session, link, "another hash", NOTICE, browser="Firefox", now=NOW)

    assert untouched is not None
    assert sessions.principal_for(session, before, now=NOW) is None
    assert not passphrases.matches(passphrases.hashed(PASSPHRASE), "another hash")
    assert accounts.passphrase_hash(session, officer.id) == "another hash"
    assert not accounts.account(session, officer.id).enrolled


def test_taking_access_away_stops_an_enrolment_half_way(session: Session) -> None:
    number, link = invitation(session)
    entrance = choose_passphrase(session, link, "hash", NOTICE, browser="Firefox", now=NOW)
    key = accounts.code_secret(session, number) or ""

    deactivate_account(session, number, by="account:99", now=NOW)

    with pytest.raises(NotHalfWayError):
        prove_first_code(
            session, entrance.secret, codes.code_at(key, NOW), NOTICE, browser="Firefox", now=NOW
        )
    with pytest.raises(NotEnrolledError):
        reactivate_account(session, number, by="account:99", now=NOW)


def test_no_supplier_is_made_by_the_way_for_staff(session: Session) -> None:
    with pytest.raises(NotStaffError):
        create_staff(session, "ana@umiliki.example", "Ana Mwikali", Role.SUPPLIER, by="clock", now=NOW)
