"""How often something was tried."""

import threading
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from register.models.accounts import ThrottleRow
from register.store import throttles
from register.store.engine import session_factory
from register.store.vault import Vault

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_tries_are_counted_for_each_alone(session: Session) -> None:
    counted = [
        throttles.count(session, what, who, now=NOW)
        for what, who in (("sign-in", "ana"), ("sign-in", "ana"), ("sign-in", "musa"), ("code", "ana"))
    ]

    assert counted == [1, 2, 1, 1]


def test_a_try_counts_for_a_whole_hour_and_no_more(session: Session) -> None:
    throttles.count(session, "sign-in", "ana", now=NOW + 59 * MINUTE)

    # Even right after the clock strikes, the hour before still counts.
    soon = throttles.tries(session, "sign-in", "ana", now=NOW + 61 * MINUTE)
    late = throttles.tries(session, "sign-in", "ana", now=NOW + 125 * MINUTE)

    assert (soon, late) == (1, 0)


def test_a_good_try_is_given_back_or_clears_all(session: Session) -> None:
    for _ in range(3):
        throttles.count(session, "sign-in", "ana", now=NOW)

    throttles.give_back(session, "sign-in", "ana", now=NOW)
    after_one = throttles.tries(session, "sign-in", "ana", now=NOW)
    throttles.clear(session, "sign-in", "ana")

    assert after_one == 2
    assert throttles.tries(session, "sign-in", "ana", now=NOW) == 0


def test_nobody_can_read_who_tried(session: Session) -> None:
    throttles.count(session, "sign-in", "ana@umiliki.example", now=NOW)

    assert "ana" not in session.scalars(select(ThrottleRow.key)).one()


def test_old_counters_are_dropped(session: Session) -> None:
    throttles.count(session, "sign-in", "ana", now=NOW)
    throttles.count(session, "sign-in", "musa", now=NOW + timedelta(days=3))

    throttles.forget_old(session, now=NOW + timedelta(days=3))

    assert len(session.scalars(select(ThrottleRow)).all()) == 1


def test_workers_that_count_at_once_lose_no_try(engine: Engine, vault: Vault) -> None:
    factory = session_factory(engine, vault)
    counted: list[int] = []

    def worker() -> None:
        for _ in range(10):
            with factory() as session:
                counted.append(throttles.count(session, "sign-in", "ana", now=NOW))
                session.commit()

    threads = [threading.Thread(target=worker) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(counted) == list(range(1, 41))
