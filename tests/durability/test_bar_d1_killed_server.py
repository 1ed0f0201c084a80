"""bar-D1: the web server is killed at random instants while suppliers sign; nothing acknowledged is lost, torn, doubled."""

import os
import random
import time
from pathlib import Path

from sqlalchemy import Engine

from register.store.engine import session_factory
from register.store.vault import Vault
from tests.durability.looking import doubled, log_faults, lost, stray, torn
from tests.durability.processes import PATIENCE, Place, answers, free_port, web_server
from tests.durability.supplying import Signer, prepare

KILLS = 200 if os.environ.get("BARS") == "full" else 20
PEOPLE = 6
COMPANIES = KILLS * 2
#: Every so many kills the whole server dies, as in a power cut; else all its workers do.
WHOLE = 4
#: So many seconds at most pass between the first signature that is acknowledged after a kill, and the next kill.
LIVES = 0.4


def test_bar_d1_a_killed_server_loses_tears_and_doubles_nothing(
    database_url: str, engine: Engine, vault: Vault, key_file: Path, tmp_path: Path
) -> None:
    factory = session_factory(engine, vault)
    place = Place(tmp_path, database_url, key_file)
    chance = random.Random(20260302)
    port = free_port()
    signers = [
        Signer(port, account_id, waiting, factory)
        for account_id, waiting in prepare(factory, PEOPLE, COMPANIES)
    ]

    with web_server(place, port) as server:
        server.start()
        assert answers(port), place.data.joinpath("server.log").read_text()[-2000:]
        for signer in signers:
            signer.start()
        for number in range(KILLS):
            assert acknowledged_since(signers), place.data.joinpath("server.log").read_text()[-2000:]
            time.sleep(chance.uniform(0, LIVES))
            if number % WHOLE:
                server.kill_children()
            else:
                server.kill()
                server.start()
        assert acknowledged_since(signers)
        for signer in signers:
            signer.told_to_stop.set()
        for signer in signers:
            signer.join(PATIENCE)

    acked = {company: reference for each in signers for company, reference in each.acked.items()}
    with factory() as session:
        found = {
            "failed": [each.failed for each in signers if each.failed],
            "lost": lost(session, acked),
            "doubled": doubled(session),
            "torn": torn(session),
            "stray": stray(session),
            "log": log_faults(session),
        }
    assert found == {
        "failed": [],
        "lost": [],
        "doubled": [],
        "torn": [],
        "stray": [],
        "log": [],
    }
    assert len(acked) >= KILLS
    assert sum(each.sent_again for each in signers) > 0


def acknowledged_since(signers: list[Signer]) -> bool:
    """Wait until somebody is shown a receipt, or has none left to sign."""
    before, end = sum(len(each.acked) for each in signers), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if sum(len(each.acked) for each in signers) > before:
            return True
        time.sleep(0.01)
    return False
