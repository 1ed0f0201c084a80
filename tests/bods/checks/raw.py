"""Statements as parsed JSON, good unless a story spoils them, and what the checks say about a file of them."""

from datetime import date
from itertools import count
from typing import Any

import orjson

from bods.examination import Finding, examine

TODAY = date(2026, 3, 9)
_numbers = count(1)

Json = dict[str, Any]


def statement(record_type: str, record_id: str, details: Json, **fields: Any) -> Json:
    """Give a good statement about a record of the network of `alfa`; a field given as None is left out."""
    made: Json = {
        "statementId": f"statement-{next(_numbers):032d}",
        "statementDate": "2024-01-01",
        "declarationSubject": "alfa",
        "recordId": record_id,
        "recordType": record_type,
        "recordStatus": "new",
        "recordDetails": details,
        "publicationDetails": {
            "publicationDate": "2024-01-02",
            "bodsVersion": "0.4",
            "publisher": {"name": "Example register"},
        },
    } | fields
    return {name: value for name, value in made.items() if value is not None}


def entity(record_id: str = "alfa", *, fields: Json | None = None, **details: Any) -> Json:
    """Give a statement about a company; `details` go into its record, `fields` into the statement."""
    record = {
        "isComponent": False,
        "entityType": {"type": "registeredEntity"},
        "name": "Alfa Works Ltd",
    } | details
    return statement("entity", record_id, record, **(fields or {}))


def person(record_id: str = "ana", *, fields: Json | None = None, **details: Any) -> Json:
    """Give a statement about a known person."""
    record = {
        "isComponent": False,
        "personType": "knownPerson",
        "names": [{"fullName": "Ana Example"}],
    } | details
    return statement("person", record_id, record, **(fields or {}))


def shares(percent: float | None = 60, **more: Any) -> Json:
    """Give a direct shareholding of a beneficial owner."""
    share = {} if percent is None else {"share": {"exact": percent}}
    return {
        "type": "shareholding",
        "directOrIndirect": "direct",
        "beneficialOwnershipOrControl": True,
        **share,
    } | more


def owns(
    party: str | Json = "ana",
    subject: str | Json = "alfa",
    *interests: Json,
    record_id: str | None = None,
    fields: Json | None = None,
    **details: Any,
) -> Json:
    """Give a statement that a party holds interests (a shareholding of 60 percent, if none are given) in a subject."""
    record = {
        "isComponent": False,
        "subject": subject,
        "interestedParty": party,
        "interests": list(interests) or [shares()],
    } | details
    name = record_id or f"{party if isinstance(party, str) else 'nobody'}-in-{subject}"
    return statement("relationship", name, record, **(fields or {}))


def told(code: str, *statements: Any) -> list[Finding]:
    """Give what one check says about a file of these statements; the other checks are not asked."""
    lines = b"\n".join(orjson.dumps(each) for each in statements)
    return [found for found in examine(lines, today=TODAY, asked=[code]) if found.code == code]


def every_code(*statements: Any) -> list[str]:
    """Give the identifiers of all that is found, by the schema and every check, in alphabetical order."""
    lines = b"\n".join(orjson.dumps(each) for each in statements)
    return sorted(found.code for found in examine(lines, today=TODAY))
