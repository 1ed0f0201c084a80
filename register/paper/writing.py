"""A paper as JSON, kept word for word, and read back the same."""

from collections.abc import Mapping
from typing import Any

import orjson

from register.paper.shapes import Code, Facts, Heading, Note, Paper, Part, Table

KINDS: Mapping[str, type[Part]] = {
    "heading": Heading,
    "note": Note,
    "facts": Facts,
    "table": Table,
    "code": Code,
}
NAMES = {kind: name for name, kind in KINDS.items()}


def written(paper: Paper) -> str:
    """Give the JSON of a paper; the same paper gives the same text."""
    told = {
        "title": paper.title,
        "over": paper.over,
        "foot": paper.foot,
        "language": paper.language,
        "parts": [[NAMES[type(part)], part] for part in paper.parts],
    }
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS).decode()


def read(text: str) -> Paper:
    """Read a paper that `written` wrote."""
    told = orjson.loads(text)
    parts = tuple(_part(kind, part) for kind, part in told["parts"])
    return Paper(told["title"], told["over"], parts, told["foot"], told["language"])


def _part(kind: str, told: Mapping[str, object]) -> Part:
    fields: dict[str, Any] = {name: _tuples(value) for name, value in told.items()}
    return KINDS[kind](**fields)


def _tuples(value: object) -> object:
    return tuple(_tuples(each) for each in value) if isinstance(value, list) else value
