"""Where the official checker asks the fields of a statement too, it and we give the same answers, but for a known few.

Each story is one statement. All go to both checkers, in one file; but a statement that tells of political exposure goes
in a file of its own, since the official checker does not say which statement such an answer is about.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import orjson
import pytest

from bods.examination import examine
from tests.bods.checks.field_stories import (
    CODES,
    COMPOSITION,
    CROSSED,
    DEATH,
    DENIED,
    EXACT_RANGE,
    POINTER,
    STORIES,
    held,
    noted,
)
from tests.bods.checks.raw import TODAY, Json, entity, owns, person
from tests.oracle import libcovebods_faults

Verdicts = frozenset[str]

NOTHING: Sequence[str] = ()
#: Where the answers differ: the statement, what we say, what the official checker says, and why ours is right.
DIFFERENCES: Mapping[str, tuple[Json, Sequence[str], Sequence[str], str]] = {
    "dead in the year of birth": (
        person(birthDate="1990-05", deathDate="1990"),
        NOTHING,
        [DEATH],
        "It reads 1990 as its first day, which lies before May; a year says no more than the year.",
    ),
    "dead in the month of birth": (
        person(birthDate="1990-05-17", deathDate="1990-05"),
        NOTHING,
        [DEATH],
        "It reads a month as its first day.",
    ),
    "exactly 0, and a bound": (
        held({"exact": 0, "maximum": 10}),
        [EXACT_RANGE],
        NOTHING,
        "It takes 0 for no exact share.",
    ),
    "exactly 0, and crossed bounds": (
        held({"exact": 0, "minimum": 50, "maximum": 10}),
        [EXACT_RANGE],
        [CROSSED],
        "It takes 0 for no exact share, and so looks at bounds that should not be there.",
    ),
    "a fault after an exact share with a bound": (
        held({"exact": 30, "minimum": 20}, {"minimum": 50, "maximum": 25}),
        [EXACT_RANGE, CROSSED],
        [EXACT_RANGE],
        "It stops looking at the relationship.",
    ),
    "a note past the end by the sign for it": (
        noted(entity(alternateNames=["Alpha"]), "/recordDetails/alternateNames/-"),
        [POINTER],
        NOTHING,
        "RFC 6901 has - for the place after the last, where nothing is.",
    ),
    "a note on nothing of a person": (
        noted(person(), "/recordDetails/nickname"),
        [POINTER],
        NOTHING,
        "It asks statements about entities alone.",
    ),
    "a note on nothing of a relationship": (
        noted(owns(), "/recordDetails/nickname"),
        [POINTER],
        NOTHING,
        "It asks statements about entities alone.",
    ),
    "a scheme of one's own": (
        person(identifiers=[{"schemeName": "Example register, persons", "id": "p-1"}]),
        NOTHING,
        [COMPOSITION],
        "The standard's guidance gives identifiers of the publisher's own a schemeName alone.",
    ),
    "exposure where the standard had it before 0.4": (
        person()
        | {"politicalExposure": {"status": "isNotPep", "details": [{"reason": "Member of an assembly"}]}},
        NOTHING,
        [DENIED],
        "Its question to files of 0.3 is asked of 0.4 by mistake; the field is not one of the standard's any more.",
    ),
}

EVERY = {name: story[0] for name, story in (*STORIES.items(), *DIFFERENCES.items())}


def ours(statements: Sequence[Json]) -> dict[str, Verdicts]:
    """Give what we say of each statement, by its identifier."""
    said: dict[str, set[str]] = {}
    for found in examine(orjson.dumps(statements), today=TODAY, asked=CODES):
        if found.code in CODES:
            said.setdefault(str(found.statement_id), set()).add(found.code)
    return {key: frozenset(codes) for key, codes in said.items()}


def theirs(statements: Sequence[Json], path: Path) -> dict[str, Verdicts]:
    """Give what the official checker says of each statement; of political exposure, said of the first alone."""
    path.write_bytes(orjson.dumps(statements))
    said: dict[str, set[str]] = {}
    for found in libcovebods_faults(path):
        if found["type"] in CODES:
            key = found.get("statement") or statements[0]["statementId"]
            said.setdefault(key, set()).add(found["type"])
    return {key: frozenset(codes) for key, codes in said.items()}


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdicts]:
    """What the official checker says of every statement, by its identifier."""
    path = tmp_path_factory.mktemp("oracle") / "statements.json"
    alone = [each for each in EVERY.values() if "politicalExposure" in each | each["recordDetails"]]
    said = theirs([each for each in EVERY.values() if each not in alone], path)
    for each in alone:
        said |= theirs([each], path)
    return said


@pytest.fixture(scope="module")
def own() -> dict[str, Verdicts]:
    """What we say of every statement, by its identifier."""
    return ours(list(EVERY.values()))


@pytest.mark.parametrize("name", STORIES)
def test_both_say_the_same(name: str, own: dict[str, Verdicts], official: dict[str, Verdicts]) -> None:
    made, said = STORIES[name]
    key = made["statementId"]

    assert (own.get(key, frozenset()), official.get(key, frozenset())) == (frozenset(said), frozenset(said))


@pytest.mark.parametrize("name", DIFFERENCES)
def test_where_they_differ_the_reason_is_known(
    name: str, own: dict[str, Verdicts], official: dict[str, Verdicts]
) -> None:
    made, we_say, they_say, reason = DIFFERENCES[name]
    key = made["statementId"]

    assert reason.endswith(".")
    assert own.get(key, frozenset()) == frozenset(we_say)
    assert official.get(key, frozenset()) == frozenset(they_say)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_identifier_is_said_of_one_story_and_not_of_another(code: str) -> None:
    said = [code in codes for _, codes in STORIES.values()]

    assert any(said)
    assert not all(said)
