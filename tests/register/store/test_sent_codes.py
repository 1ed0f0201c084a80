"""Codes that are sent: six digits, ten minutes, once, in the browser that asked."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.contacts import OneTimeCodeRow
from register.store import sent_codes
from register.store.contacts import Contact, ContactKind
from register.store.sent_codes import Asked, CodeSpentError, Purpose

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NUMBER = Contact(ContactKind.PHONE, "+254712345678")
WANTED = Asked(Purpose.REGISTER, None, NUMBER, "Ana Mwikali", "en", proved=False)


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_bar_a8_a_code_has_six_digits_and_all_of_them_occur() -> None:
    made = {sent_codes.new_code() for _ in range(2000)}

    assert all(re.fullmatch(r"\d{6}", code) for code in made)
    assert len(made) > 1900
    assert {code[0] for code in made} == set("0123456789")


def test_bar_a8_a_code_works_for_ten_minutes(session: Session) -> None:
    early = sent_codes.ask(session, WANTED, "123456", now=NOW)
    late = sent_codes.ask(session, WANTED, "123456", now=NOW)

    in_time = sent_codes.prove(session, early, "123 456", now=NOW + 9.9 * MINUTE)
    with pytest.raises(CodeSpentError):
        sent_codes.prove(session, late, "123456", now=NOW + 10 * MINUTE)

    assert in_time


def test_bar_a8_a_code_is_good_only_for_the_request_it_was_sent_for(session: Session) -> None:
    mine = sent_codes.ask(session, WANTED, "123456", now=NOW)
    other = sent_codes.ask(session, WANTED, "654321", now=NOW)

    crossed = [
        sent_codes.prove(session, mine, "654321", now=NOW),
        sent_codes.prove(session, other, "123456", now=NOW),
    ]

    assert crossed == [False, False]
    with pytest.raises(CodeSpentError):
        sent_codes.prove(session, "guessed", "123456", now=NOW)


def test_bar_a8_after_five_wrong_codes_the_right_one_is_no_good(session: Session) -> None:
    secret = sent_codes.ask(session, WANTED, "123456", now=NOW)

    tried = [sent_codes.prove(session, secret, wrong("123456"), now=NOW) for _ in range(5)]

    assert tried == [False] * 5
    assert not sent_codes.may_try(session, secret, now=NOW)
    with pytest.raises(CodeSpentError):
        sent_codes.prove(session, secret, "123456", now=NOW)


def test_without_a_code_nothing_is_right(session: Session) -> None:
    secret = sent_codes.ask(session, WANTED, None, now=NOW)

    assert not sent_codes.prove(session, secret, "123456", now=NOW)


def test_what_was_asked_cannot_be_used_before_it_is_proved(session: Session) -> None:
    secret = sent_codes.ask(session, WANTED, "123456", now=NOW)

    with pytest.raises(CodeSpentError):
        sent_codes.use(session, secret, now=NOW)


def test_neither_number_nor_code_nor_request_can_be_read_in_the_table(session: Session) -> None:
    secret = sent_codes.ask(session, WANTED, "123456", now=NOW)

    row = session.scalars(select(OneTimeCodeRow)).one()
    kept = repr({column.name: getattr(row, column.name) for column in OneTimeCodeRow.__table__.columns})
    assert not [word for word in ("712345678", "123456", secret, "Mwikali") if word in kept]


def test_old_requests_are_forgotten(session: Session) -> None:
    sent_codes.ask(session, WANTED, "123456", now=NOW)
    sent_codes.ask(session, WANTED, "123456", now=NOW + timedelta(days=2))

    sent_codes.forget_old(session, now=NOW + timedelta(days=2))

    assert len(session.scalars(select(OneTimeCodeRow)).all()) == 1
