"""The official schema of BODS 0.4, read once from the installed checker and compiled once; no network is asked."""

import csv
from functools import lru_cache
from importlib.resources import files

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
def statement_validator() -> jsonschema_rs.Draft202012Validator:
    """Give the compiled schema of one statement; formats such as dates are checked too."""
    folder = files("libcovebods") / "data" / "schema-0-4-0"
    documents = [orjson.loads((folder / name).read_bytes()) for name in _DOCUMENTS]
    registry = jsonschema_rs.Registry([(document["$id"], document) for document in documents])
    return jsonschema_rs.Draft202012Validator(
        {"$ref": "urn:statement#/$defs/Statement"}, registry=registry, validate_formats=True
    )


@lru_cache(maxsize=1)
def organisation_schemes() -> frozenset[str]:
    """Give the codes of the organisation identifier schemes that this register meets (codes of org-id.guide)."""
    text = (files("bods") / "data" / "organisation_schemes.csv").read_text("utf-8")
    return frozenset(row["code"] for row in csv.DictReader(text.splitlines()))
