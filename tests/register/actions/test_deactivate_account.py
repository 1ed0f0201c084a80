"""Taking access away, and giving it back."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.deactivate_account import OwnAccountError, deactivate_account
from register.actions.invite import invite
from register.actions.reactivate_account import reactivate_account
from register.store import accounts, audit, links, sessions
from register.store.links import LinkSpentError
from tests.factories.people import person

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_bar_a6_every_session_is_dead_at_once(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)
    secrets = [
        sessions.start(session, ana.id, ana.role, complete=True, browser="Firefox", now=NOW) for _ in range(3)
    ]
    link = invite(session, ana.id, by="account:99", now=NOW).secret

    deactivate_account(session, ana.id, by="account:99", now=NOW)

    assert [sessions.principal_for(session, secret, now=NOW) for secret in secrets] == [None] * 3
    assert audit.newest(session)[0].facts == {"sessions ended": "3"}
    with pytest.raises(LinkSpentError):
        links.about(session, link, links.ENROL, now=NOW)


def test_access_given_back_revives_no_session(session: Session) -> None:
    ana = person(session, Role.SUPPLIER, at=NOW)
    secret = sessions.start(session, ana.id, ana.role, complete=True, browser="Firefox", now=NOW)
    deactivate_account(session, ana.id, by="account:99", now=NOW)

    reactivate_account(session, ana.id, by="account:99", now=NOW)

    assert accounts.account(session, ana.id).active
    assert sessions.principal_for(session, secret, now=NOW) is None


def test_nobody_shuts_themselves_out(session: Session) -> None:
    amina = person(session, Role.ADMINISTRATOR, at=NOW)

    with pytest.raises(OwnAccountError):
        deactivate_account(session, amina.id, by=amina.actor, now=NOW)

    assert accounts.account(session, amina.id).active
