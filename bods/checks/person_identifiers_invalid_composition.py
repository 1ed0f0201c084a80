"""The scheme of a person's identifier has two parts with a hyphen between, such as KEN-IDCARD.

Why: the same number may be somebody else's in another country or on another document.
Source: BODS 0.4, `Identifier.scheme`; libcovebods 0.16, which also faults an identifier without a scheme.
The standard's guidance gives identifiers of the publisher's own a `schemeName` alone: here that is good.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity
from bods.validation.person_schemes import Part, wrong_part

_WRONG = Part.COMPOSITION
_SENTENCE = "This scheme is not an issuer and a kind of document with a hyphen between."


def find(identifiers: Sequence[Mapping[str, Any]], at: str, _: About) -> Found:
    found = []
    for place, identifier in enumerate(identifiers):
        if wrong_part(identifier.get("scheme")) is _WRONG:
            found.append(Problem(f"{at}/{place}/scheme", _SENTENCE))
    return found


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Write it like KEN-IDCARD, or give a scheme of your own as schemeName alone.",
    asks=(Ask("person", ("identifiers",)),),
    find=find,
)
