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


@lru_cache(maxsize=1)
def schema_documents() -> Mapping[str, Any]:
    """Give the documents of the official schema by their `$id`, as parsed JSON."""
    folder = files("libcovebods") / "data" / "schema-0-4-0"
    documents = [orjson.loads((folder / name).read_bytes()) for name in _DOCUMENTS]
    return {document["$id"]: document for document in documents}


@lru_cache(maxsize=1)
def statement_validator() -> jsonschema_rs.Draft202012Validator:
    """Give the compiled schema of one statement; formats such as dates are checked too."""
    registry = jsonschema_rs.Registry(list(schema_documents().items()))
    return jsonschema_rs.Draft202012Validator(
        {"$ref": "urn:statement#/$defs/Statement"}, registry=registry, validate_formats=True
    )


@lru_cache(maxsize=1)
def organisation_schemes() -> frozenset[str]:
    """Give the codes of the organisation identifier schemes that this register meets (codes of org-id.guide)."""
    text = (files("bods") / "data" / "organisation_schemes.csv").read_text("utf-8")
    return frozenset(row["code"] for row in csv.DictReader(text.splitlines()))
