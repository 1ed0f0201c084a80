"""The official schema of BODS 0.4, as the installed checker carries it, and ways to walk through it."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import orjson

_FOLDER = files("libcovebods") / "data" / "schema-0-4-0"
_DOCUMENTS = {
    document["$id"]: document
    for name in ("statement", "components", "entity-record", "person-record", "relationship-record")
    for document in [orjson.loads((_FOLDER / f"{name}.json").read_bytes())]
}

#: The schema of one statement.
STATEMENT: Mapping[str, Any] = {"$ref": "urn:statement#/$defs/Statement"}

#: The schema of the details of each type of record.
DETAILS: Mapping[str, Mapping[str, Any]] = {
    name: {"$ref": f"urn:{name}"} for name in ("entity", "person", "relationship")
}


def properties(schema: Mapping[str, Any], place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Walk a schema and give the path of every property at every depth; `*` stands for a member of a list.

    Of what only holds under a condition nothing is given: the standard names no property there that it does not name
    without.
    """
    schema = plain(schema)
    for part in (schema, *map(plain, schema.get("oneOf", ()))):
        for name, inner in part.get("properties", {}).items():
            yield (*place, name)
            yield from properties(inner, (*place, name))
    if "items" in schema:
        yield from properties(schema["items"], (*place, "*"))


def plain(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a schema with its reference followed."""
    if "$ref" not in schema:
        return schema
    document, _, pointer = schema["$ref"].partition("#")
    found: Any = _DOCUMENTS[document or _home(pointer)]
    for step in filter(None, pointer.split("/")):
        found = found[step]
    return merged(plain(found), {name: value for name, value in schema.items() if name != "$ref"})


def merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a schema that asks what both ask; of two lists of codes it takes the second."""
    one, other = plain(one), plain(other)
    both = dict(one) | dict(other)
    if "properties" in one and "properties" in other:
        both["properties"] = dict(one["properties"])
        for name, inner in other["properties"].items():
            both["properties"][name] = merged(one["properties"].get(name, {}), inner)
    if "required" in one and "required" in other:
        both["required"] = [*one["required"], *other["required"]]
    return both


def conditions(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give what a schema asks under a condition: schemas with `if`, `then` and perhaps `else`."""
    if "if" in schema:
        yield schema
    for part in schema.get("allOf", ()):
        yield from conditions(part)


def _home(pointer: str) -> str:
    # Each definition's name occurs in one document only: that is where "#/$defs/Name" points.
    name = pointer.rpartition("/")[2]
    (home,) = (key for key, document in _DOCUMENTS.items() if name in document.get("$defs", {}))
    return home
