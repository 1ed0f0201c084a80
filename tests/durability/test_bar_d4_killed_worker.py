"""bar-D4: the worker is killed while it sends; no letter is lost, and each kill doubles one at most, under the same name."""

import os
import random
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, func, select, update

from register.models.outbox import OutboxRow
from register.store import outbox
from register.store.engine import session_factory
from register.store.vault import Vault
from tests.durability.post_office import PostOffice, post_office
from tests.durability.processes import PATIENCE, Place, worker

KILLS = 100 if os.environ.get("BARS") == "full" else 8
LETTERS = KILLS * 30
#: So many seconds at most pass between the first letter after a start and the next kill.
LIVES = 0.3


def test_bar_d4_a_killed_worker_loses_no_letter_and_doubles_one_a_kill_at_most(
    database_url: str, engine: Engine, vault: Vault, key_file: Path, tmp_path: Path
) -> None:
    with post_office() as office:
        place = Place(tmp_path, database_url, key_file, office.address)

        killed(place, engine, vault, office, LETTERS, KILLS)

    assert faults(office, LETTERS, KILLS) == []


def killed(
    place: Place,
    engine: Engine,
    vault: Vault,
    office: PostOffice,
    letters: int,
    kills: int,
    serves: str = "wsgi",
) -> None:
    """Leave so many letters to a worker, kill it so many times while it sends, and let it come to the end."""
    factory, chance = session_factory(engine, vault), random.Random(20260303)
    with factory() as session:
        for number in range(letters):
            letter = {"to": f"owner{number}@umiliki.example", "subject": "Is it you?", "text": str(number)}
            outbox.add(session, "mail", f"letter {number:05}", letter, now=datetime.now(UTC))
        session.commit()

    with worker(place, serves) as doing:
        for _ in range(kills):
            doing.start()
            assert letter_came(office), place.data.joinpath("worker.log").read_text()[-2000:]
            time.sleep(chance.uniform(0, LIVES))
            doing.kill()
        # A minute passes: what the dead had leased is free again.
        with factory() as session:
            past = datetime.now(UTC) - timedelta(seconds=1)
            session.execute(update(OutboxRow).where(OutboxRow.done_at.is_(None)).values(lease_until=past))
            session.commit()
        doing.start()
        assert emptied(engine), place.data.joinpath("worker.log").read_text()[-2000:]


def faults(office: PostOffice, letters: int, kills: int) -> list[str]:
    """What is wrong with the letters that came: none may lack, and each kill may double one."""
    found = [f"{letters - len(office.letters)} never came"] if len(office.letters) < letters else []
    doubles = office.letters.total() - len(office.letters)
    return found + ([f"{doubles} came once more, after {kills} kills"] if doubles > kills else [])


def letter_came(office: PostOffice) -> bool:
    """Wait until one more letter is taken."""
    before, end = office.letters.total(), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if office.letters.total() > before:
            return True
        time.sleep(0.005)
    return False


def emptied(engine: Engine) -> bool:
    """Wait until nothing is left to do."""
    end = time.monotonic() + PATIENCE * 2
    while time.monotonic() < end:
        with engine.connect() as connection:
            left = connection.scalar(
                select(func.count()).select_from(OutboxRow).where(OutboxRow.done_at.is_(None))
            )
        if not left:
            return True
        time.sleep(0.2)
    return False
