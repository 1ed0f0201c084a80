"""The fields that the official schema knows, as paths without the places in lists."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from bods.validation.schema import schema_documents

_RECORDS = {"entity": "urn:entity", "person": "urn:person", "relationship": "urn:relationship"}
_DEEPEST = 12


@lru_cache(maxsize=8)
def known_fields(record_type: str | None) -> frozenset[str]:
    """Give the paths of all fields that a statement about this type of record may have, such as /source/url."""
    documents = schema_documents()
    statement = documents["urn:statement"]["$defs"]["Statement"]
    paths = set(_fields(statement, "", documents["urn:statement"], documents))
    record = _RECORDS.get(record_type or "")
    if record is not None:
        paths.update(_fields(documents[record], "/recordDetails", documents[record], documents))
    return frozenset(paths)


def _fields(
    schema: Mapping[str, Any],
    at: str,
    document: Mapping[str, Any],
    documents: Mapping[str, Mapping[str, Any]],
    depth: int = 0,
) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if "$ref" in schema:
        document, schema = _referred(schema["$ref"], document, documents)
    for name, inner in schema.get("properties", {}).items():
        yield f"{at}/{name}"
        if name != "recordDetails":
            yield from _fields(inner, f"{at}/{name}", document, documents, depth + 1)
    for inner in _parts(schema):
        yield from _fields(inner, at, document, documents, depth + 1)


def _parts(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for keyword in ("items", "if", "then", "else"):
        if keyword in schema:
            yield schema[keyword]
    for keyword in ("anyOf", "oneOf", "allOf"):
        yield from schema.get(keyword, ())


def _referred(
    reference: str, document: Mapping[str, Any], documents: Mapping[str, Mapping[str, Any]]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    name, _, pointer = reference.partition("#")
    document = documents[name] if name else document
    schema: Mapping[str, Any] = document
    for step in pointer.strip("/").split("/"):
        if step:
            schema = schema[step]
    return document, schema
