"""What is dismissed at a glance is what a long look finds in order."""

import random

import orjson
import pytest

from bods.checks import indirect_share_disagrees, ownership_cycle, shares_over_100
from bods.examination import Finding, examine
from tests.bods.checks.random_files import random_file
from tests.bods.checks.raw import TODAY, Json, entity, owns, person, shares

CODES = frozenset({"indirect_share_disagrees", "ownership_cycle", "shares_over_100"})
FIRMS = ["alfa", "beta", "gamma", "delta"]


def random_chain(seed: int) -> list[Json]:
    """Give a line of companies from Ana to Alfa, now and then with a side way, a way back, or another figure."""
    chance = random.Random(seed)
    firms = FIRMS[: chance.randint(2, 4)]
    figures = [chance.choice([20, 50, 100]) for _ in firms]
    product = 100.0
    for figure in figures:
        product *= figure / 100
    ties = list(zip([*firms[1:], "ana"], firms, figures, strict=True))
    if chance.random() < 0.5:
        ties.append((chance.choice([*firms, "ana"]), chance.choice(firms), 30))
    chance.shuffle(ties)
    parts = [
        owns(party, subject, shares(figure), record_id=f"part-{number}", isComponent=chance.random() < 0.8)
        for number, (party, subject, figure) in enumerate(ties)
    ]
    declared = shares(chance.choice([product, product, 40]), directOrIndirect="indirect")
    listed = [part["recordId"] for part in parts if chance.random() < 0.95]
    return [*map(entity, FIRMS), person(), *parts, owns("ana", "alfa", declared, componentRecords=listed)]


def found(files: list[list[Json]]) -> list[list[tuple[str, int | None, str]]]:
    return [[(each.code, each.place, each.sentence) for each in _findings(file)] for file in files]


def _findings(file: list[Json]) -> list[Finding]:
    return list(examine(orjson.dumps(file), today=TODAY, asked=CODES))


def test_a_long_look_finds_no_more_than_a_glance(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [make(seed) for seed in range(150) for make in (random_file, random_chain)]
    at_a_glance = found(files)

    monkeypatch.setattr(indirect_share_disagrees, "_follows", lambda *_: False)
    monkeypatch.setattr(ownership_cycle, "_may_be_knotted", lambda _: True)
    monkeypatch.setattr(shares_over_100, "_WHOLE_AND_ROUNDING", -1)

    assert {code for findings in at_a_glance for code, _, _ in findings} == CODES
    assert found(files) == at_a_glance
