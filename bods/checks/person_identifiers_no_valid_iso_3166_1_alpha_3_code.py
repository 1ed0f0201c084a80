"""The scheme of a person's identifier begins with who issued the document: a code of three letters.

Why: a reader cannot tell whose document it is.
Source: BODS 0.4, `Identifier.scheme`; libcovebods 0.16; codes for travel documents that are no country's are good too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity
from bods.validation.person_schemes import Part, wrong_part

_WRONG = Part.ISSUER
_SENTENCE = "This scheme does not begin with the code of a country in three letters."


def find(identifiers: Sequence[Mapping[str, Any]], at: str, _: About) -> Found:
    found = []
    for place, identifier in enumerate(identifiers):
        if wrong_part(identifier.get("scheme")) is _WRONG:
            found.append(Problem(f"{at}/{place}/scheme", _SENTENCE))
    return found


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Begin it with the code of three letters (ISO 3166-1) of the country, such as KEN.",
    asks=(Ask("person", ("identifiers",)),),
    find=find,
)
