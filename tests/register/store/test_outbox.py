"""Work left for the worker."""

import threading
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from register.models.outbox import OutboxRow
from register.store import outbox
from register.store.engine import session_factory
from register.store.vault import Vault

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ROOF = {"ocid": "ocds-roof"}


def test_the_same_work_asked_for_twice_is_one_piece(session: Session) -> None:
    outbox.add(session, "screen", "screen|roof", ROOF, now=NOW)
    outbox.add(session, "screen", "screen|roof", ROOF, now=NOW + SECOND)

    taken = outbox.lease_next(session, now=NOW + SECOND)

    assert taken is not None
    assert taken.payload == ROOF
    assert outbox.lease_next(session, now=NOW + SECOND) is None


def test_contacts_and_links_are_sealed_where_they_lie(session: Session) -> None:
    outbox.add(session, "mail", "m1", {"to": "ana@umiliki.example"}, now=NOW)

    row = session.scalars(select(OutboxRow)).one()

    assert b"ana@" not in row.payload
    assert "ana@" not in repr(outbox.newest(session, ("mail",)))
    assert outbox.newest(session, ("mail",))[0].payload == {"to": "ana@umiliki.example"}


def test_done_work_asked_for_again_is_done_again(session: Session) -> None:
    outbox.add(session, "screen", "screen|roof", ROOF, now=NOW)
    first = outbox.lease_next(session, now=NOW)
    assert first is not None
    outbox.done(session, first, now=NOW)

    before = outbox.waits(session, now=NOW)
    outbox.add(session, "screen", "screen|roof", ROOF, now=NOW + SECOND)

    assert not before
    assert outbox.waits(session, now=NOW + SECOND)


def test_work_asked_for_while_it_is_done_is_done_afterwards_not_beside(session: Session) -> None:
    outbox.add(session, "screen", "screen|roof", ROOF, now=NOW)
    first = outbox.lease_next(session, now=NOW)
    assert first is not None
    outbox.add(session, "screen", "screen|roof", ROOF, now=NOW + SECOND)

    beside = outbox.waits(session, now=NOW + SECOND)
    outbox.done(session, first, now=NOW + SECOND)
    afterwards = outbox.lease_next(session, now=NOW + 2 * SECOND)

    assert not beside
    assert afterwards is not None


def test_a_slow_worker_cannot_close_work_that_another_took_over(session: Session) -> None:
    outbox.add(session, "screen", "screen|roof", ROOF, now=NOW)
    slow = outbox.lease_next(session, now=NOW)
    assert slow is not None
    later = NOW + outbox.LEASE + SECOND
    quick = outbox.lease_next(session, now=later)
    assert quick is not None

    outbox.done(session, slow, now=later)
    outbox.failed(session, slow, "TimeoutError", now=later)

    row = session.scalars(select(OutboxRow)).one()
    assert row.done_at is None
    assert row.lease_until == later + outbox.LEASE


def test_failed_work_waits_longer_each_time_and_ends_with_a_person(session: Session) -> None:
    outbox.add(session, "mail", "m1", {"to": "ana@umiliki.example"}, now=NOW)
    at, waited = NOW, []

    while (work := outbox.lease_next(session, now=at)) is not None:
        outbox.failed(session, work, "ConnectionRefusedError", now=at)
        row = session.scalars(select(OutboxRow)).one()
        waited.append(row.available_at - at)
        at = row.available_at

    assert len(waited) == outbox.MOST_ATTEMPTS
    assert waited == sorted(waited)
    assert session.scalars(select(OutboxRow.failure)).one() == "ConnectionRefusedError"


def test_work_given_up_begins_anew_when_asked_for_again(session: Session) -> None:
    outbox.add(session, "mail", "m1", {"to": "ana@umiliki.example"}, now=NOW)
    row = session.scalars(select(OutboxRow)).one()
    row.attempts = outbox.MOST_ATTEMPTS
    session.flush()

    before = outbox.waits(session, now=NOW)
    outbox.add(session, "mail", "m1", {"to": "ana@umiliki.example"}, now=NOW)

    assert not before
    assert outbox.waits(session, now=NOW)


def test_only_the_kinds_asked_for_are_taken(session: Session) -> None:
    outbox.add(session, "mail", "m1", {"to": "ana@umiliki.example"}, now=NOW)

    assert outbox.lease_next(session, now=NOW, kinds=("screen",)) is None
    assert outbox.lease_next(session, now=NOW, kinds=("mail",)) is not None


def test_transactions_that_leave_the_same_work_at_once_all_succeed(engine: Engine, vault: Vault) -> None:
    factory = session_factory(engine, vault)
    everyone = threading.Barrier(8)
    left: list[int] = []

    def leave(number: int) -> None:
        everyone.wait()
        with factory() as session:
            outbox.add(session, "screen", "screen|roof", ROOF, now=NOW)
            session.commit()
            left.append(number)

    threads = [threading.Thread(target=leave, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with factory() as session:
        assert len(left) == 8
        assert len(session.scalars(select(OutboxRow)).all()) == 1
