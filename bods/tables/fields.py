"""The standard's fields as a tree: how each is called, what it may hold, in the order of the schema."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import orjson

from bods.codelists import RecordType

_RECORDS = tuple(f"{kind}-record.json" for kind in RecordType)
_DOCUMENTS = ("statement.json", "components.json", *_RECORDS)


@dataclass(frozen=True, slots=True)
class Known:
    """One field that the standard knows, with the fields inside it.

    `kinds` are the JSON types that it may hold ("string", "object" ...), `format` is "date" where it holds a whole
    day only, `codes` are those of its codelist, `item` is what each member of a list is.
    """

    title: str = ""
    description: str = ""
    kinds: frozenset[str] = frozenset()
    format: str | None = None
    codes: tuple[str, ...] = ()
    fields: Mapping[str, "Known"] = field(default_factory=dict)
    item: "Known | None" = None
    required: frozenset[str] = frozenset()


@lru_cache(maxsize=8)
def statement_fields(record_type: RecordType | None = None) -> Known:
    """Give the fields of a statement about one type of record; of all three, one after the other, for None."""
    statement = _known({"$ref": "urn:statement#/$defs/Statement"}, "urn:statement")
    wanted = tuple(RecordType) if record_type is None else (record_type,)
    fields: dict[str, Known] = {}
    for each in wanted:
        for name, known in _known({"$ref": f"urn:{each}"}, "").fields.items():
            fields.setdefault(name, known)
    details = replace(statement.fields["recordDetails"], fields=fields)
    return replace(statement, fields={**statement.fields, "recordDetails": details})


@lru_cache(maxsize=1)
def _documents() -> Mapping[str, Any]:
    folder = files("libcovebods") / "data" / "schema-0-4-0"
    documents = [orjson.loads((folder / name).read_bytes()) for name in _DOCUMENTS]
    return {document["$id"]: document for document in documents}


def _known(schema: Mapping[str, Any], document: str) -> Known:
    if "$ref" in schema:
        return _titled(_referred(schema["$ref"], document), schema)
    alternatives = [_known(each, document) for each in schema.get("oneOf", ())]
    inside = {name: _known(each, document) for name, each in schema.get("properties", {}).items()}
    for alternative in alternatives:
        inside |= alternative.fields
    item = schema.get("items")
    return Known(
        title=schema.get("title", ""),
        description=schema.get("description", ""),
        kinds=_kinds(schema, alternatives),
        format=schema.get("format"),
        codes=tuple(schema.get("enum", ())),
        fields=inside,
        item=None if item is None else _known(item, document),
        required=frozenset(schema.get("required", ())),
    )


def _referred(reference: str, document: str) -> Known:
    name, _, pointer = reference.partition("#")
    found = _documents()[name or document]
    for step in pointer.split("/")[1:]:
        found = found[step]
    return _known(found, name or document)


def _titled(known: Known, schema: Mapping[str, Any]) -> Known:
    """What refers to a thing has the last word on how it is called there."""
    return replace(
        known,
        title=schema.get("title", known.title),
        description=schema.get("description", known.description),
    )


def _kinds(schema: Mapping[str, Any], alternatives: Iterable[Known]) -> frozenset[str]:
    own = frozenset({schema["type"]}) if "type" in schema else frozenset()
    return own.union(*(each.kinds for each in alternatives))
