"""What is public: the very bytes, numbered without a gap, with a salted leaf each."""

import threading
from hashlib import sha256

import orjson
import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bods.codelists import RecordStatus
from register.store import published, statements
from register.store.engine import session_factory
from register.store.published import NotPublishedError
from register.store.vault import Vault
from tests.factories.declarations import body, draft, held
from tests.factories.declaring import KENYA, NOW, REVIEWED, supplier
from tests.factories.pictures import statements_of

TOLD = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))


def test_each_published_text_is_one_line_with_who_published_it_and_when(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)

    for text in published.texts(session):
        details = orjson.loads(text)["publicationDetails"]
        assert b"\n" not in text
        # In the place's own time: seven in the morning in Greenwich is ten in Nairobi.
        assert details["publicationDate"] == "2026-03-02T10:00:00+03:00"
        assert details["bodsVersion"] == "0.4"
        assert details["publisher"]["name"] == KENYA.publisher_name
        assert details["license"] == KENYA.licence


def test_the_leaf_can_be_worked_out_from_salt_and_text(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)

    for each in published.of_subject(session, alfa.subject):
        inner = sha256(bytes.fromhex(each.salt) + each.text).digest()
        assert each.leaf_hash == sha256(b"\x00" + inner).hexdigest()
    assert [leaf.hex() for leaf in published.leaves(session)] == [
        each.leaf_hash for each in published.of_subject(session, alfa.subject)
    ]


def test_numbers_run_without_a_gap_and_nothing_is_published_twice(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)
    alfa.declare(draft(held("ana", 100), people=("ana",)))
    told = statements.of_subject(session, alfa.subject)

    again = published.publish(session, told, KENYA, NOW)

    assert again == ()
    numbers = [each.sequence for each in published.of_subject(session, alfa.subject)]
    assert numbers == list(range(1, len(told) + 1))
    newest = published.latest(session)
    assert newest is not None
    assert newest.sequence == len(told)
    assert published.entry(session, newest.statement_id).leaf_hash == newest.leaf_hash


def test_reading_goes_on_from_a_number(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)
    everything = list(published.texts(session))

    assert list(published.texts(session, after=2)) == everything[2:]
    assert [each.text for each in published.after(session, 2, limit=2)] == everything[2:4]
    assert [each.text for each in published.newest(session, 2)] == everything[:-3:-1]
    assert [each.statement_id for each in published.statements(session)] == [
        orjson.loads(text)["statementId"] for text in everything
    ]


def test_what_is_not_published_is_not_there(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    alfa.declare(TOLD)

    assert published.latest(session) is None
    assert published.of_subject(session, alfa.subject) == ()
    with pytest.raises(NotPublishedError):
        published.entry(session, "alfa-1")
    with pytest.raises(NotPublishedError):
        published.subject_of(session, alfa.company.scheme, alfa.company.number)


def test_counts_tell_what_is_public(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    alfa.declare(TOLD)
    beta.declare(draft(held("ana", 50), held("ben", 50), people=("ana", "ben")))

    found = published.counts(session)

    assert (found.declarations, found.companies, found.people) == (2, 2, 3)
    assert found.statements == len(list(published.texts(session)))


def test_chains_in_public_run_over_what_is_public_alone(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta", law=REVIEWED)
    named = draft(held("ana", 100, "beta"), held("beta", 70), people=("ana",), bodies=(body("beta"),))
    alfa.declare(named)
    gama = supplier(session, "gama")
    gama.declare(named)

    number = (alfa.company.scheme, alfa.company.number)

    assert {each.declaration_subject for each in published.upstream(session, [number])} == {alfa.subject}
    assert published.subject_of(session, *number) == alfa.subject
    beta.law = KENYA
    beta.declare(TOLD)
    assert {each.declaration_subject for each in published.upstream(session, [number])} == {
        alfa.subject,
        beta.subject,
    }


def test_closed_records_are_published_as_closed(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)
    reference = alfa.declare(draft(held("ben", 100), people=("ben",)))

    statuses = {
        each.statement.record_id: each.statement.record_status
        for each in published.of_declaration(session, reference)
    }

    assert statuses[f"{alfa.subject}-p-ana"] is RecordStatus.CLOSED
    assert statuses[f"{alfa.subject}-p-ben"] is RecordStatus.NEW


def test_writers_at_once_leave_no_gap_and_no_double(engine: Engine, vault: Vault) -> None:
    factory = session_factory(engine, vault)
    shares = [statements_of([(f"Ana{place}", f"company{place}", 60)]) for place in range(8)]
    ready = threading.Barrier(len(shares))
    failures: list[BaseException] = []

    def publish(some: object) -> None:
        try:
            ready.wait()
            with factory() as session:
                for each in some:  # type: ignore[attr-defined]
                    published.publish(session, [each], KENYA, NOW)
                session.commit()
        except BaseException as failure:  # noqa: BLE001 (a thread's failure is told by the test)
            failures.append(failure)

    writers = [threading.Thread(target=publish, args=(some,)) for some in shares]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert failures == []
    with factory() as session:
        entries = published.after(session, 0, limit=1000)
    assert [each.sequence for each in entries] == list(range(1, len(entries) + 1))
    assert len({each.statement.statement_id for each in entries}) == len(entries)
    assert len(entries) == sum(len(some) for some in shares)
