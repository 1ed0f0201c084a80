"""The judges of bar-D1 and bar-D4 are tried themselves: a register that loses, tears or doubles something turns them red."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, text
from sqlalchemy.orm import Session

from register.models.people import ParticularsRow
from register.store.engine import session_factory
from register.store.vault import Vault
from tests.durability.looking import doubled, log_faults, lost, stray, torn
from tests.durability.post_office import post_office
from tests.durability.processes import Place, answers, free_port, web_server
from tests.durability.supplying import STORY, Signer, prepare
from tests.durability.test_bar_d1_killed_server import acknowledged_since
from tests.durability.test_bar_d4_killed_worker import faults, killed
from tests.factories.declaring import REVIEWED, Supplier, supplier


@pytest.fixture
def alfa(session: Session) -> Supplier:
    """A company that declared the story once."""
    declaring = supplier(session)
    declaring.reference = declaring.declare(STORY)  # type: ignore[attr-defined]
    return declaring


def test_what_is_whole_is_found_whole(session: Session, alfa: Supplier) -> None:
    acked = {alfa.company.id: alfa.reference}

    assert [lost(session, acked), doubled(session), torn(session), stray(session), log_faults(session)] == [
        [], [], [], [], [],
    ]  # fmt: skip


def test_an_acknowledged_declaration_that_is_not_there_is_lost(session: Session, alfa: Supplier) -> None:
    assert lost(session, {alfa.company.id: "UM-2026-000002"}) == ["UM-2026-000002"]
    assert lost(session, {alfa.company.id + 1: alfa.reference}) == [alfa.reference]


def test_a_second_declaration_of_a_company_is_a_double(session: Session, alfa: Supplier) -> None:
    alfa.declare(STORY)

    assert doubled(session) == [alfa.company.id]


def test_a_draft_that_was_left_behind_is_a_tear(session: Session, alfa: Supplier) -> None:
    alfa.save(STORY)

    assert torn(session) == [alfa.reference]


def test_a_declaration_without_its_particulars_is_torn(session: Session, alfa: Supplier) -> None:
    session.execute(delete(ParticularsRow))

    assert torn(session) == [alfa.reference]


def test_a_declaration_without_its_statements_is_torn(session: Session) -> None:
    beta = supplier(session, "beta", law=REVIEWED)

    assert torn(session) == [] != [beta.declare(STORY)]
    assert len(torn(session)) == 1


def test_a_changed_text_and_a_cut_trail_are_found(session: Session, alfa: Supplier) -> None:
    assert alfa.reference
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET session_replication_role = replica"))
    else:
        for (name,) in session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            session.execute(text(f'DROP TRIGGER "{name}"'))
    before = log_faults(session)

    session.execute(text("UPDATE published SET text = salt WHERE sequence = 2"))
    session.execute(text("DELETE FROM published WHERE sequence = 4"))
    session.execute(text("UPDATE audit_event SET about = 'somebody else' WHERE sequence = 1"))

    assert before == []
    assert {"leaf 2", "gap before 5"} <= set(log_faults(session))
    assert any(each.startswith("audit event") for each in log_faults(session))


def test_bar_d1_a_server_that_acknowledges_before_it_keeps_is_caught(
    database_url: str, engine: Engine, vault: Vault, key_file: Path, tmp_path: Path
) -> None:
    factory, port = session_factory(engine, vault), free_port()
    place = Place(tmp_path, database_url, key_file)
    signers = [Signer(port, account, waiting, factory) for account, waiting in prepare(factory, 2, 4)]

    with web_server(place, port, "tests.durability.careless:app") as server:
        server.start()
        assert answers(port), place.data.joinpath("server.log").read_text()[-2000:]
        for signer in signers:
            signer.start()
        assert acknowledged_since(signers), place.data.joinpath("server.log").read_text()[-2000:]
        server.kill()
        for signer in signers:
            signer.told_to_stop.set()
        for signer in signers:
            signer.join(60)

    acked = {company: reference for each in signers for company, reference in each.acked.items()}
    with factory() as session:
        assert lost(session, acked) != []


def test_bar_d4_a_worker_that_marks_before_it_sends_is_caught(
    database_url: str, engine: Engine, vault: Vault, key_file: Path, tmp_path: Path
) -> None:
    with post_office() as office:
        place = Place(tmp_path, database_url, key_file, office.address)

        killed(place, engine, vault, office, 12, 2, "tests.durability.careless_worker:app")

        assert [each.endswith("never came") for each in faults(office, 12, 2)] == [True]


@pytest.mark.parametrize(
    ("came", "kills", "found"),
    [
        ({"a": 1, "b": 1, "c": 1}, 0, []),
        ({"a": 1, "b": 2, "c": 1}, 1, []),
        ({"a": 1, "b": 1}, 5, ["1 never came"]),
        ({"a": 1, "b": 3, "c": 1}, 1, ["2 came once more, after 1 kills"]),
    ],
)
def test_bar_d4_a_letter_that_lacks_and_one_too_many_are_told(
    came: dict[str, int], kills: int, found: list[str]
) -> None:
    with post_office() as office:
        office.letters.update(came)

        assert faults(office, 3, kills) == found
