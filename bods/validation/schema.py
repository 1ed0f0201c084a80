"""The official schema of BODS 0.4, read once from the installed checker and compiled once; no network is asked."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

_DOCUMENTS = (
    "statement.json",
    "components.json",
    "entity-record.json",
    "person-record.json",
    "relationship-record.json",
)

_DATES = frozenset({"date", "date-time"})
#: Begins with any year but 0000.
FROM_YEAR_ONE = "^(?!0000)"


@lru_cache(maxsize=1)
def schema_documents() -> Mapping[str, Any]:
    """Give the documents of the official schema by their `$id`, as parsed JSON."""
    folder = files("libcovebods") / "data" / "schema-0-4-0"
    documents = [orjson.loads((folder / name).read_bytes()) for name in _DOCUMENTS]
    return {document["$id"]: document for document in documents}


@lru_cache(maxsize=1)
def statement_validator() -> jsonschema_rs.Draft202012Validator:
    """Give the compiled schema of one statement; formats such as dates are checked too."""
    documents = [(name, _from_year_one(document)) for name, document in schema_documents().items()]
    registry = jsonschema_rs.Registry(documents)
    return jsonschema_rs.Draft202012Validator(
        {"$ref": "urn:statement#/$defs/Statement"}, registry=registry, validate_formats=True
    )


def _from_year_one(part: Any) -> Any:  # noqa: ANN401  # any part of a schema
    # RFC 3339 has a year 0000 and the calendar has none: as to the official checker, it is no date to us.
    if isinstance(part, list):
        return [_from_year_one(each) for each in part]
    if not isinstance(part, dict):
        return part
    whole = {name: _from_year_one(each) for name, each in part.items()}
    return whole | {"pattern": FROM_YEAR_ONE} if whole.get("format") in _DATES else whole


@lru_cache(maxsize=1)
def organisation_schemes() -> frozenset[str]:
    """Give the codes of the organisation identifier schemes that this register meets (codes of org-id.guide)."""
    text = (files("bods") / "data" / "organisation_schemes.csv").read_text("utf-8")
    return frozenset(row["code"] for row in csv.DictReader(text.splitlines()))
