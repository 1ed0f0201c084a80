"""The official checker says the same of what needs the whole file, but for the differences listed here."""

from collections.abc import Sequence
from pathlib import Path

import orjson
import pytest

from bods.examination import examine
from tests.bods.checks.file_stories import COMPONENTS, DIFFERENCES, NOT_A_PARTY, OFFICIAL, STORIES, Difference
from tests.bods.checks.random_files import random_file
from tests.bods.checks.raw import TODAY, Json
from tests.oracle import libcovebods_faults

#: An identifier of a check and what it speaks of: a statement, or a record, or (None) the file.
Verdict = tuple[str, str | None]


def ours(statements: Sequence[Json]) -> set[Verdict]:
    found = examine(orjson.dumps(statements), today=TODAY, asked=OFFICIAL)
    return {(each.code, each.statement_id or each.record_id) for each in found if each.code in OFFICIAL}


def theirs(statements: Sequence[Json], folder: Path) -> set[Verdict]:
    file = folder / "file.json"
    file.write_bytes(orjson.dumps(statements))
    return {
        (each["type"], each.get("statement") or each.get("id") or each.get("record_id"))
        for each in libcovebods_faults(file)
        if each["type"] in OFFICIAL
    }


def codes(verdicts: set[Verdict]) -> set[str]:
    return {code for code, _ in verdicts}


def test_every_official_identifier_has_its_stories() -> None:
    assert set(STORIES) == OFFICIAL


@pytest.mark.parametrize("code", STORIES)
def test_the_official_checker_faults_the_same_file_for_the_same_reason(code: str, tmp_path: Path) -> None:
    faulty, near = STORIES[code]

    assert code in codes(ours(faulty))
    assert ours(faulty) == theirs(faulty, tmp_path)
    assert code not in codes(ours(near))
    assert ours(near) == theirs(near, tmp_path)


@pytest.mark.parametrize("listed", DIFFERENCES)
def test_a_difference_is_the_one_that_is_listed(listed: Difference, tmp_path: Path) -> None:
    assert codes(ours(listed.statements)) == listed.ours
    if listed.theirs is None:
        with pytest.raises((KeyError, TypeError)):
            theirs(listed.statements, tmp_path)
    else:
        assert codes(theirs(listed.statements, tmp_path)) == listed.theirs


@pytest.mark.parametrize("seed", range(60))
def test_files_drawn_by_chance_get_the_same_verdicts(seed: int, tmp_path: Path) -> None:
    statements = _without_crashes(random_file(seed))

    mine, official = ours(statements), theirs(statements, tmp_path)

    # Of the differences listed, those that chance brings about: components stated again or of two types, and subjects of
    # two types.
    lenient = {verdict for verdict in official if verdict[0] in {*COMPONENTS, NOT_A_PARTY}}
    assert official - lenient <= mine
    assert _by_one_name(mine) <= _by_one_name(official)


def _by_one_name(verdicts: set[Verdict]) -> set[Verdict]:
    return {("component" if code in COMPONENTS else code, about) for code, about in verdicts}


def _without_crashes(statements: list[Json]) -> list[Json]:
    stated = {statement["recordId"] for statement in statements}
    for statement in statements:
        details = statement["recordDetails"]
        if isinstance(details.get("subject"), str) and details["subject"] not in stated:
            details["interests"] = []
    return statements
