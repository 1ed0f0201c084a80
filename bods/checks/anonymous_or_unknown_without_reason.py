"""Where a person or an entity is anonymous or unknown, the record says why.

Why: exempt by law, refused and not found are three different answers.
Source: BODS 0.4, `unspecifiedPersonDetails` and `unspecifiedEntityDetails`; the official checker does not ask.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_PERSONS = frozenset({"anonymousPerson", "unknownPerson"})
_ENTITIES = frozenset({"anonymousEntity", "unknownEntity"})


def find(kind: str | Mapping[str, Any], at: str, about: About) -> Found:
    if isinstance(kind, str):
        if kind not in _PERSONS or "unspecifiedPersonDetails" in about.details:
            return NOTHING
        return [Problem(at, "The record does not say why the person is anonymous or unknown.")]
    if kind.get("type") not in _ENTITIES or "unspecifiedEntityDetails" in about.details:
        return NOTHING
    return [Problem(f"{at}/type", "The record does not say why the entity is anonymous or unknown.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Give the reason in unspecifiedPersonDetails or unspecifiedEntityDetails.",
    asks=(Ask("person", ("personType",)), Ask("entity", ("entityType",))),
    find=find,
)
