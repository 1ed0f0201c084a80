"""A statement without what the schema faults by its kind or form, so that further questions can trust what is left."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from bods.validation.schema import statement_validator

_WRONG_KIND = frozenset({"type", "format"})
_ALTERNATIVES = frozenset({"anyOf", "oneOf"})


def sound_part(statement: Mapping[str, Any]) -> dict[str, Any]:
    """Give a copy in which every field that is there holds the kind of value that the standard says.

    Members of lists and fields of a wrong type or format are taken out; wrong codes, lengths and sizes stay. Source:
    the official schema's own faults. Raises ValueError, TypeError or RecursionError for what is no plain JSON.
    """
    sound = copy.deepcopy(dict(statement))
    faulty = {
        tuple(error.instance_path)
        for error in statement_validator().iter_errors(sound)
        if _is_of_wrong_kind(error.kind.name, error.instance_path, sound)
    }
    # The deepest and last first, so that the places of the others stay true.
    for path in sorted(faulty, key=_depth_and_place, reverse=True):
        _take_out(sound, path)
    return sound


def _is_of_wrong_kind(keyword: str, path: Sequence[str | int], statement: dict[str, Any]) -> bool:
    if keyword in _WRONG_KIND:
        return True
    return keyword in _ALTERNATIVES and not isinstance(_at(statement, path), dict)


def _at(value: Any, path: Sequence[str | int]) -> Any:  # noqa: ANN401  # any JSON value
    for step in path:
        value = value[step]
    return value


def _depth_and_place(path: tuple[str | int, ...]) -> tuple[int, int]:
    last = path[-1] if path else 0
    return len(path), last if isinstance(last, int) else 0


def _take_out(statement: dict[str, Any], path: tuple[str | int, ...]) -> None:
    if not path:
        statement.clear()
        return
    del _at(statement, path[:-1])[path[-1]]
