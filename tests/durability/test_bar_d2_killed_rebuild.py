"""`flask rebuild-owners` is killed half-way: readers see the owners as they were, whole, until the new ones are whole."""

import os
import random
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from register.actions.rebuild_owners import AT_ONCE, rebuild_owners
from register.jurisdictions import load
from register.models.base import Base
from register.models.kept_owners import KeptCompanyRow, KeptOwnerRow, OwnerGenerationRow
from register.store.engine import reading, session_factory
from register.store.kept_owners import seen_generation
from register.store.vault import Vault
from tests.durability.processes import PATIENCE, Killable, Place
from tests.factories.pictures import Hold
from tests.factories.tenders import keep_owners

KILLS = 30 if os.environ.get("BARS") == "full" else 2
COMPANIES = AT_ONCE * 6
LATER = date(2026, 1, 20)
#: What readers see: each company with its owners.
Owners = dict[str, frozenset[str]]
OLD: Owners = {f"c{number:03}": frozenset({"Ana"}) for number in range(COMPANIES)}
NEW: Owners = {company: frozenset({"Ana", "Ben"}) for company in OLD}


@pytest.fixture
def place(database_url: str, engine: Engine, vault: Vault, key_file: Path, tmp_path: Path) -> Place:
    """A register whose owners were worked out before Ben came to every company."""
    now = datetime.now(UTC)
    with session_factory(engine, vault)() as session:
        keep_owners(session, *(Hold("Ana", company, 60) for company in OLD))
        for _ in rebuild_owners(session, clock=lambda: now, jurisdiction=load("kenya_makueni")):
            session.commit()
        keep_owners(session, *(Hold("Ben", company, 40, declared=LATER) for company in OLD))
        session.commit()
    assert seen(engine) == OLD
    return Place(tmp_path, database_url, key_file)


def test_bar_d2_a_killed_rebuild_leaves_the_owners_as_they_were(place: Place, engine: Engine) -> None:
    chance = random.Random(20260304)

    for _ in range(KILLS):
        killed(place, engine, chance.randrange(1, COMPANIES - AT_ONCE))

        assert seen(engine) == OLD

    run(place)

    assert seen(engine) == NEW
    # Nothing is left of those that were killed.
    assert _counted(engine, OwnerGenerationRow) == 1
    assert _counted(engine, KeptCompanyRow) == COMPANIES


def test_bar_d2_a_rebuild_that_shows_itself_half_done_is_caught(place: Place, engine: Engine) -> None:
    killed(place, engine, AT_ONCE, serves="tests.durability.careless_rebuild:app")

    assert seen(engine) not in (OLD, NEW)


def killed(place: Place, engine: Engine, after: int, serves: str = "wsgi") -> None:
    """Begin a rebuild and kill it when so many companies are worked out."""
    doing = _rebuilding(place, serves)
    before = _newest(engine)
    doing.start()
    try:
        assert _reaches(engine, before, after), doing.log.read_text()[-2000:]
    finally:
        doing.kill()


def run(place: Place) -> None:
    """Let a rebuild come to its end."""
    doing = _rebuilding(place, "wsgi")
    doing.start()
    assert doing.running
    assert doing.running.wait(PATIENCE) == 0, doing.log.read_text()[-2000:]


def seen(engine: Engine) -> Owners:
    """All that readers see at one moment."""
    owners: dict[str, set[str]] = {}
    row = KeptOwnerRow
    with Session(engine) as session:
        query = select(row.company, row.name).where(row.generation_id == seen_generation())
        for company, name in reading(session).execute(query):
            owners.setdefault(company, set()).add(name)
    return {company: frozenset(names) for company, names in owners.items()}


def _rebuilding(place: Place, serves: str) -> Killable:
    return Killable(place, ("-m", "flask", "--app", serves, "rebuild-owners"), place.data / "rebuild.log")


def _reaches(engine: Engine, before: int, companies: int) -> bool:
    """Wait until a rebuild that began after this one has worked out so many companies."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        newest = _newest(engine)
        if newest > before and _counted(engine, KeptCompanyRow, newest) >= companies:
            return True
        time.sleep(0.002)
    return False


def _newest(engine: Engine) -> int:
    with Session(engine) as session:
        return reading(session).scalar(select(func.max(OwnerGenerationRow.id))) or 0


def _counted(engine: Engine, row: type[Base], generation: int | None = None) -> int:
    query = select(func.count()).select_from(row)
    if generation is not None:
        query = query.where(KeptCompanyRow.generation_id == generation)
    with Session(engine) as session:
        return reading(session).scalar(query) or 0
