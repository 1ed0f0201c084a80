"""Whatever is answered, and whatever becomes of it: the official checker finds nothing, and the answers are read back.

A sample of lives here, all 20,000 with BARS=full: 58,000 declarations, 1,250,000 statements, a quarter of an hour on one
core.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import orjson
import pytest

from bods.codelists import EntityType, PepStatus, PersonType, RecordStatus
from bods.network import Network
from bods.reading import read_statements
from bods.records import Entity, Person, Record
from bods.statements import Statement
from bods.structures import Answer, Answers, Party, answers_of, completed
from bods.validation import faults
from bods.writing import write_json
from tests.bods.structures.random_answers import random_answers
from tests.bods.structures.random_lives import Told, declarations
from tests.bods.structures.scene import MOST_OWNERS
from tests.oracle import libcovebods_faults, undocumented

LIVES = 20_000 if os.environ.get("BARS") == "full" else 200
#: About 3,000 statements: the checker is slow to start, and its time grows faster than the file.
BATCH = 50


@dataclass(frozen=True)
class Lives:
    """What was declared in a batch of lives, by the subject's record id, and the file that was published of it."""

    told: dict[str, list[Told]]
    file: Path


@pytest.fixture
def lives(request: pytest.FixtureRequest, tmp_path: Path) -> Lives:
    seeds = range(request.param, request.param + BATCH)
    told = {f"n{seed}": list(declarations(seed)) for seed in seeds}
    file = tmp_path / "statements.json"
    with file.open("wb") as out:
        write_json(published(told), out)
    return Lives(told, file)


def not_read_back(answers: Answers, network: Network) -> bool:
    return answers_of(network) != completed(answers)


def published(told: dict[str, list[Told]]) -> Iterable[Statement]:
    return (each for life in told.values() for declaration in life for each in declaration.statements)


def standing(statements: Iterable[Statement]) -> dict[str, dict[str, Record]]:
    """Give the records that are open at the end, by subject and record id."""
    found: dict[str, dict[str, Record]] = {}
    for statement in statements:
        records = found.setdefault(statement.declaration_subject, {})
        records[statement.record_id] = statement.record
        if statement.record_status is RecordStatus.CLOSED:
            del records[statement.record_id]
    return found


@pytest.mark.parametrize("lives", range(0, LIVES, BATCH), indirect=True)
def test_the_official_checker_accepts_all_lives_and_they_are_read_back(lives: Lives) -> None:
    complaints = libcovebods_faults(lives.file)
    ours = faults(orjson.loads(lives.file.read_bytes()), document=True)
    read = standing(read_statements(lives.file))

    assert undocumented(complaints) == []
    assert ours == []
    for subject, told in lives.told.items():
        assert Network(subject, read[subject]) == told[-1].network
        assert [each for each in told if each.answers and not_read_back(each.answers, each.network)] == []


def test_the_same_seed_gives_the_same_answers() -> None:
    assert random_answers(7) == random_answers(7)
    assert random_answers(7) != random_answers(8)


def test_the_lives_have_everything_in_them() -> None:
    told = [each for seed in range(100) for each in declarations(seed)]

    answers = [each.answers for each in told if each.answers]
    parties = [party for each in answers for party in each.parties.values()]
    owners = {sum(isinstance(party, Person) for party in each.parties.values()) for each in answers}
    assert {0, 1, 2} <= owners
    assert 25 < max(owners) <= MOST_OWNERS
    assert {type(answer) for each in answers for answer in each.told} == set(get_args(Answer))
    assert {party.type for party in parties if isinstance(party, Entity)} == set(EntityType)
    assert {party.type for party in parties if isinstance(party, Person)} == set(PersonType)
    assert {status_of(party) for party in parties} == {None, *PepStatus}
    assert any(has_a_ring(each) for each in answers)
    assert {statement.record_status for each in told for statement in each.statements} == set(RecordStatus)
    assert any(each.answers is None for each in told)
    assert any(record_id.endswith("-2") for each in told for record_id in each.network.records)


def status_of(party: Party) -> PepStatus | None:
    exposure = party.political_exposure if isinstance(party, Person) else None
    return exposure.status if exposure else None


def has_a_ring(answers: Answers) -> bool:
    above: dict[str, set[str]] = {}
    for link in answers.links():
        above.setdefault(link.held, set()).add(link.holder)
    seen, waiting = set[str](), list(above.get(answers.subject, ()))
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += above.get(key, ())
    return answers.subject in seen
