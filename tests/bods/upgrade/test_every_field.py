"""No field of any old version gets lost without a word: each is tried, alone and among others."""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as any_

from bods.upgrade import upgraded
from bods.validation import faults
from bods.writing import as_json
from tests.bods.upgrade.every_field import (
    Path,
    file_with,
    fit,
    is_found,
    is_told,
    minimal,
    objects,
    scalars,
    tried_statements,
    with_value,
)
from tests.bods.upgrade.olds import VERSIONS, judge, schema

_TIMES = 10_000 if os.environ.get("BARS") == "full" else 100
#: The flags of bounds mean nothing without the bounds: they are tried with these alone, and in `test_share`.
_FLAGS = {"exclusiveMinimum", "exclusiveMaximum"}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_field_of_an_old_version_comes_along_or_is_told(version: str) -> None:
    official, lost, tried_fields = judge(version), [], 0

    for path, value, tried in tried_statements(version):
        assert official.is_valid([tried]), (path, value)
        upgrade = upgraded(file_with(tried, version))
        news = [as_json(statement) for statement in upgrade.statements]
        own = [new for new in news if new["statementId"] == tried["statementID"]]
        assert faults(news) == []
        tried_fields += 1
        if not (own and is_found(value, path, own[0])) and not is_told(path, upgrade.losses):
            lost.append((path, value))

    assert lost == []
    assert tried_fields > 200


@pytest.mark.parametrize("version", VERSIONS)
def test_a_field_that_no_version_knows_travels_along_or_is_told_wherever_it_stands(version: str) -> None:
    lost = []

    for branch in schema(version)["items"]["oneOf"]:
        kind = branch["properties"]["statementType"]["enum"][0]
        for path in objects(branch):
            place = (*path, "aFieldOfOurOwn")
            tried = fit(with_value(minimal(kind, version), place, "kept as it was"), place, None)
            upgrade = upgraded(file_with(tried, version))
            own = [as_json(new) for new in upgrade.statements if new.statement_id == tried["statementID"]]
            if "kept as it was" not in scalars(own) and not is_told(place, upgrade.losses):
                lost.append(path)

    assert lost == []


def _by_kind(version: str) -> list[tuple[str, list[tuple[Path, Any]]]]:
    kinds: dict[str, list[tuple[Path, Any]]] = {}
    for path, value, tried in tried_statements(version):
        if path[-1] not in _FLAGS and path[0] not in {"statementID", "statementType"}:
            kinds.setdefault(tried["statementType"], []).append((path, value))
    return list(kinds.items())


_FIELDS = {(version, kind): fields for version in VERSIONS for kind, fields in _by_kind(version)}


@settings(max_examples=_TIMES, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_.sampled_from(sorted(_FIELDS)), any_.data())
def test_many_fields_together_come_along_or_are_told(which: tuple[str, str], data: any_.DataObject) -> None:
    version, kind = which
    fields = _FIELDS[which]
    chosen = data.draw(
        any_.lists(any_.sampled_from(fields), min_size=2, max_size=20, unique_by=lambda use: use[0])
    )
    tried = minimal(kind, version)
    for path, value in chosen:
        tried = fit(with_value(tried, path, value), path, value)

    upgrade = upgraded(file_with(tried, version))

    (own,) = [as_json(new) for new in upgrade.statements if new.statement_id == tried["statementID"]]
    assert faults(own) == []
    there = [(path, value) for path, value in chosen if _at(tried, path) == value]
    assert [
        use for use in there if not (is_found(use[1], use[0], own) or is_told(use[0], upgrade.losses))
    ] == []


def _at(value: Any, path: Path) -> Any:
    """Give what lies at a path, since a later field may have taken the place of an earlier one."""
    for step in path:
        value = value[0] if step == "*" else value.get(step, {})
    return value
