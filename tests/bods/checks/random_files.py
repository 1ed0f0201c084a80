"""Small files full of faults, drawn by chance: few records, so that they meet in every way."""

import random
from typing import Any

from tests.bods.checks.raw import Json, statement

_NAMES = ("alfa", "beta", "gamma", "ana", "ben", "one", "two", "three", "four")
_ENTITIES: tuple[Json, ...] = (
    {"type": "registeredEntity"},
    {"type": "arrangement", "subtype": "nomination"},
    {"type": "arrangement", "subtype": "trust"},
    {"type": "legalEntity", "subtype": "trust"},
)
_INTERESTS = ("shareholding", "shareholding", "votingRights", "nominee", "trustee", "settlor", "protector")
_DAYS = ("2024-01-01", "2024-02-01", "2024-03-01")


def random_file(seed: int, *, most: int = 14) -> list[Json]:
    """Give from 1 to `most` statements, each good by the schema, and hardly ever good together."""
    chance = random.Random(seed)
    made = [_statement(chance) for _ in range(chance.randint(1, most))]
    if chance.random() < 0.2:
        made.append(chance.choice(made))
    return made


def _statement(chance: random.Random) -> Json:
    name = chance.choice(_NAMES)
    usual = "entity" if name in _NAMES[:3] else "person" if name in _NAMES[3:5] else "relationship"
    record_type = usual if chance.random() < 0.93 else chance.choice(["entity", "person", "relationship"])
    details = {"entity": _entity, "person": _person, "relationship": _relationship}[record_type](chance)
    return statement(
        record_type,
        name,
        {"isComponent": chance.random() < 0.3} | details,
        statementDate=chance.choice(_DAYS),
        recordStatus=chance.choice(["new", "new", "new", "updated", "updated", "closed", None]),
        declarationSubject=chance.choice(["alfa", "alfa", "alfa", "beta", "ana", "one"]),
    )


def _entity(chance: random.Random) -> Json:
    return {"entityType": chance.choice(_ENTITIES)}


def _person(chance: random.Random) -> Json:
    return {"personType": chance.choice(["knownPerson", "anonymousPerson"])}


def _relationship(chance: random.Random) -> Json:
    details: dict[str, Any] = {
        "subject": _party(chance, "alfa", "beta", "gamma"),
        "interestedParty": _party(chance, "ana", "ben", "beta", "gamma", "alfa"),
        "interests": [_interest(chance) for _ in range(chance.randint(0, 2))],
    }
    if chance.random() < 0.4:
        details |= {"isComponent": False, "componentRecords": chance.sample(_NAMES, chance.randint(1, 5))}
    return details


def _party(chance: random.Random, *usual: str) -> str | Json:
    drawn = chance.random()
    if drawn < 0.05:
        return {"reason": "unknown"}
    return chance.choice(usual) if drawn < 0.9 else chance.choice(_NAMES)


def _interest(chance: random.Random) -> Json:
    interest: dict[str, Any] = {
        "type": chance.choice(_INTERESTS),
        "directOrIndirect": chance.choice(["direct", "direct", "indirect", "unknown"]),
        "beneficialOwnershipOrControl": chance.random() < 0.5,
    }
    if chance.random() < 0.8:
        interest["share"] = {"exact": chance.choice([10, 25, 33.3, 50, 60, 100])}
    if chance.random() < 0.1:
        interest["endDate"] = chance.choice(_DAYS)
    return interest
