"""Links that work once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from register.store import links
from register.store.engine import session_factory
from register.store.links import LinkSpentError
from register.store.vault import Vault

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_looking_uses_nothing_up(session: Session) -> None:
    link = links.make(session, "enrol", "12", now=NOW)

    seen = [links.about(session, link, "enrol", now=NOW) for _ in range(2)]

    assert seen == ["12", "12"]
    assert links.use(session, link, "enrol", now=NOW) == "12"
    with pytest.raises(LinkSpentError):
        links.use(session, link, "enrol", now=NOW)


def test_a_link_is_for_one_purpose_and_three_days(session: Session) -> None:
    link = links.make(session, "enrol", "12", now=NOW)

    with pytest.raises(LinkSpentError):
        links.about(session, link, "confirm", now=NOW)
    with pytest.raises(LinkSpentError):
        links.about(session, link, "enrol", now=NOW + timedelta(hours=72))
    assert links.about(session, link, "enrol", now=NOW + timedelta(hours=71)) == "12"


def test_a_voided_link_is_dead_and_no_longer_open(session: Session) -> None:
    link = links.make(session, "enrol", "12", now=NOW)
    kept = links.make(session, "enrol", "13", now=NOW)

    links.void(session, "enrol", "12", now=NOW)

    assert links.open_until(session, "enrol", ["12", "13"], now=NOW) == {"13": NOW + timedelta(hours=72)}
    assert links.about(session, kept, "enrol", now=NOW) == "13"
    with pytest.raises(LinkSpentError):
        links.use(session, link, "enrol", now=NOW)


def test_of_two_who_use_a_link_one_wins(engine: Engine, vault: Vault) -> None:
    factory = session_factory(engine, vault)
    with factory() as session:
        link = links.make(session, "enrol", "12", now=NOW)
        session.commit()

    with factory() as first, factory() as second:
        links.use(first, link, "enrol", now=NOW)
        first.commit()
        with pytest.raises(LinkSpentError):
            links.use(second, link, "enrol", now=NOW)
