"""Old files with anything in any field: never a crash, only valid statements, and nothing left out without a word."""

import copy
import os
from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as any_

from bods.upgrade import upgraded, upgraded_statements
from bods.validation import faults
from bods.writing import as_json
from tests.bods.upgrade.olds import all_examples, company, link, named, person

_TIMES = 20_000 if os.environ.get("BARS") == "full" else 150
_STATEMENTS = [statement for path in all_examples() for statement in orjson.loads(path.read_bytes())]
_LONG = "so long that no field was made for it " * 300
_DROPPED = object()

_words = any_.sampled_from(
    [
        "",
        "/",
        "~",
        "KE",
        "-1",
        "2020",
        "2020-13-45",
        "0000-01-01",
        "unknown",
        "type",
        _LONG,
        "\ud800",
        "́",
        "\0",
    ]
)
_scalars = any_.none() | any_.booleans() | any_.integers() | any_.floats() | _words | any_.text(max_size=40)
_nonsense = any_.recursive(
    _scalars,
    lambda inner: (
        any_.lists(inner, max_size=3) | any_.dictionaries(_words | any_.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
_replacements = any_.one_of(
    any_.just(_DROPPED),
    _nonsense,
    any_.sampled_from([statement["statementID"] for statement in _STATEMENTS]),
    any_.sampled_from(_STATEMENTS),
)


def _containers(value: Any) -> list[Any]:
    found, waiting = [], [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict | list) and each:
            found.append(each)
            waiting.extend(each.values() if isinstance(each, dict) else each)
    return found


@any_.composite
def _broken_files(draw: any_.DrawFn) -> list[Any]:
    """Some statements of our examples, and in them some values that are replaced or gone."""
    start = draw(any_.integers(0, len(_STATEMENTS) - 1))
    file = copy.deepcopy(_STATEMENTS[start : start + draw(any_.integers(1, 8))])
    for _ in range(draw(any_.integers(0, 6))):
        containers = _containers(file)
        if not containers:
            break
        container = containers[draw(any_.integers(0, len(containers) - 1))]
        key = draw(
            any_.sampled_from(sorted(container) if isinstance(container, dict) else range(len(container)))
        )
        replacement = draw(_replacements)
        if replacement is _DROPPED:
            del container[key]
        else:
            container[key] = copy.deepcopy(replacement)
    return file


@settings(max_examples=_TIMES, deadline=None, suppress_health_check=list(HealthCheck))
@given(_broken_files())
def test_whatever_an_old_file_holds_only_valid_statements_come_out_and_the_rest_is_told(
    file: list[Any],
) -> None:
    before = copy.deepcopy(file)

    upgrade = upgraded(file)

    assert repr(file) == repr(before)
    assert faults([as_json(statement) for statement in upgrade.statements]) == []
    added = [
        each
        for each in upgrade.statements
        if any("Added when" in str(note.description) for note in each.annotations)
    ]
    left_out = {
        loss.place
        for loss in upgrade.losses
        if loss.sentence.startswith(("Left out: this", "Left out: it says just", "The whole"))
    }
    assert len(upgrade.statements) - len(added) + len(left_out) == len(file)
    ids = [statement.statement_id for statement in upgrade.statements if statement not in added]
    assert len(set(ids)) == len(ids)


@settings(max_examples=_TIMES // 3, deadline=None, suppress_health_check=list(HealthCheck))
@given(_broken_files())
def test_each_record_begins_new_goes_on_updated_and_ends_once(file: list[Any]) -> None:
    lives: dict[str, list[str]] = {}

    for statement in upgraded(file).statements:
        lives.setdefault(statement.record_id, []).append(str(statement.record_status))

    for life in lives.values():
        assert life[0] == "new"
        assert set(life[1:-1]) <= {"updated"}
        assert life[-1] in {"new", "updated", "closed"}


@settings(max_examples=_TIMES // 3, deadline=None, suppress_health_check=list(HealthCheck))
@given(_nonsense)
def test_a_value_that_is_no_file_at_all_gives_no_statement_and_says_so(value: Any) -> None:
    upgrade = upgraded(value)

    assert upgrade.statements == ()
    assert len(upgrade.losses) >= (len(value) if isinstance(value, list) else 1)


def test_a_field_nested_deeper_than_anything_travels_along() -> None:
    deep: Any = "the bottom"
    for _ in range(5_000):
        deep = [deep]

    upgrade = upgraded([company(ownField=deep), company(ownField=[deep])])

    assert [statement.record_id for statement in upgrade.statements] == [named("alfa")] * 2
    assert upgrade.statements[0].record.extra["ownField"] is deep
    assert [loss.sentence for loss in upgrade.losses] == [
        "Made anew: another statement of this file has it too."
    ]


def test_a_list_with_very_many_faults_takes_no_very_long_time() -> None:
    interests = [{"type": "shareholding"}, *([7] * 20_000), {"type": "votingRights", "startDate": "some day"}]

    upgrade = upgraded([company(), person(), link(interests=interests)])

    record = upgrade.statements[-1].record
    assert len(record.interests) == 2
    assert len(upgrade.losses) == 20_001
    assert upgrade.losses[-1].place == "/2/interests/20001"


def test_statements_given_one_by_one_are_the_same() -> None:
    losses: list[Any] = []
    file = [company(), person(), link(interests=[{"type": "own-kind"}])]

    statements = tuple(upgraded_statements(file, losses.append))

    assert statements == upgraded(file).statements
    assert [loss.field for loss in losses] == ["type"]
