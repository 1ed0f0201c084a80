"""The scheme of a person's identifier ends with the kind of document: PASSPORT, TAXID or IDCARD.

Why: a reader cannot tell what was numbered.
Source: BODS 0.4, `Identifier.scheme`; libcovebods 0.16.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity
from bods.validation.person_schemes import Part, wrong_part

_WRONG = Part.DOCUMENT
_SENTENCE = "This scheme does not end with the kind of document."


def find(identifiers: Sequence[Mapping[str, Any]], at: str, _: About) -> Found:
    found = []
    for place, identifier in enumerate(identifiers):
        if wrong_part(identifier.get("scheme")) is _WRONG:
            found.append(Problem(f"{at}/{place}/scheme", _SENTENCE))
    return found


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="End it with PASSPORT, TAXID or IDCARD, or give a scheme of your own as schemeName alone.",
    asks=(Ask("person", ("identifiers",)),),
    find=find,
)
