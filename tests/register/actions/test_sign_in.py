"""Signing in: counted, slow to guess, and telling nobody whether an account exists."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.sign_in import Entrance, enter, knock, neighbourhood, proves
from register.store import accounts, audit, passphrases, sessions
from tests.factories.people import PASSPHRASE, person

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HERE = "192.0.2.7"


def attempt(
    session: Session, email: str, passphrase: str, *, address: str = HERE, now: datetime = NOW
) -> Entrance | None:
    knocked = knock(session, email, address, now=now)
    proved = proves(knocked, passphrase)
    return enter(session, knocked, proved=proved, browser="Firefox", now=now)


def actions(session: Session) -> list[str]:
    return [event.action for event in reversed(audit.newest(session))]


def test_a_supplier_is_in_with_the_passphrase(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)

    entrance = attempt(session, ana.email.upper(), PASSPHRASE)

    assert entrance is not None
    assert entrance.complete
    assert sessions.principal_for(session, entrance.secret, now=NOW) is not None
    assert actions(session)[-1] == "signed in"


def test_staff_are_only_half_way_with_the_passphrase(session: Session) -> None:
    officer = person(session, Role.OFFICER, at=NOW)

    entrance = attempt(session, officer.email, PASSPHRASE)

    assert entrance is not None
    assert not entrance.complete
    assert sessions.principal_for(session, entrance.secret, now=NOW) is None
    assert "signed in" not in actions(session)


def test_a_refusal_is_kept_without_what_was_typed(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)

    refused = [
        attempt(session, ana.email, "not my passphrase"),
        attempt(session, "my secret in the wrong box", PASSPHRASE),
    ]

    assert refused == [None, None]
    events = audit.newest(session)
    assert [(event.action, event.about) for event in events[:2]] == [
        ("sign-in refused", "account:unknown"),
        ("sign-in refused", f"account:{ana.id}"),
    ]
    assert "secret" not in repr(events)


def test_nobody_without_access_gets_in(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)
    accounts.set_active(session, ana.id, active=False)

    assert attempt(session, ana.email, PASSPHRASE) is None


def test_access_taken_away_during_the_check_counts(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)
    knocked = knock(session, ana.email, HERE, now=NOW)
    proved = proves(knocked, PASSPHRASE)

    accounts.set_active(session, ana.id, active=False)
    entrance = enter(session, knocked, proved=proved, browser="Firefox", now=NOW)

    assert proved
    assert entrance is None


@pytest.mark.parametrize("email", ["supplier@umiliki.example", "nobody@umiliki.example"])
def test_bar_a7_ten_tries_an_hour_reach_the_hash(
    session: Session, monkeypatch: pytest.MonkeyPatch, email: str
) -> None:
    person(session, Role.SUPPLIER, at=NOW)
    reached = []

    def refusing(kept: str | None, _passphrase: str) -> bool:
        reached.append(kept)
        return False

    monkeypatch.setattr(passphrases, "matches", refusing)

    for number in range(100):
        attempt(session, email, f"guess {number}", address=f"198.51.{number % 20}.{number}")
    within_the_hour = len(reached)
    attempt(session, email, "guess", now=NOW + timedelta(minutes=59))
    still_within = len(reached)
    attempt(session, email, "guess", now=NOW + timedelta(minutes=125))

    assert (within_the_hour, still_within, len(reached)) == (10, 10, 11)
    assert actions(session).count("sign-in barred") == 1


def test_even_the_right_passphrase_is_not_asked_after_too_many_tries(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)
    for number in range(10):
        knock(session, ana.email, HERE, now=NOW + timedelta(seconds=number))

    entrance = attempt(session, ana.email, PASSPHRASE)

    assert entrance is None


def test_who_knows_the_passphrase_is_not_held_back_by_old_slips(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)

    entrances = []
    for _ in range(3):
        for _ in range(6):
            knock(session, ana.email, HERE, now=NOW)
        entrances.append(attempt(session, ana.email, PASSPHRASE))

    assert None not in entrances


def test_a_neighbourhood_that_tries_many_names_is_barred(session: Session) -> None:
    for number in range(300):
        knock(session, f"name{number}@umiliki.example", f"192.0.2.{number % 250}", now=NOW)

    next_door = knock(session, "ana@umiliki.example", "192.0.2.251", now=NOW)
    elsewhere = knock(session, "ana@umiliki.example", "192.0.3.1", now=NOW)

    assert next_door.barred
    assert not elsewhere.barred


@pytest.mark.parametrize(
    ("address", "lies_in"),
    [
        ("192.0.2.7", "192.0.2.0/24"),
        ("::ffff:192.0.2.7", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", "unknown"),
    ],
)
def test_an_address_lies_in_a_neighbourhood(address: str, lies_in: str) -> None:
    assert neighbourhood(address) == lies_in


def test_the_session_the_browser_came_with_ends(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)
    first = attempt(session, ana.email, PASSPHRASE)
    assert first is not None

    knocked = knock(session, ana.email, HERE, now=NOW)
    second = enter(session, knocked, proved=True, browser="Firefox", now=NOW, instead_of=first.secret)

    assert second is not None
    assert second.secret != first.secret
    assert sessions.principal_for(session, first.secret, now=NOW) is None
