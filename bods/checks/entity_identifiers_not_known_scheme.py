"""The scheme of a company's identifier is one of those that org-id.guide lists.

Why: by scheme and number the same company is known in other registers and in contracts.
Source: BODS 0.4, `Identifier.scheme`; libcovebods 0.16, which fetches the list anew each day; ours comes with it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity
from bods.validation import organisation_schemes


def find(identifiers: Sequence[Mapping[str, Any]], at: str, _: About) -> Found:
    known, found = organisation_schemes(), []
    for place, identifier in enumerate(identifiers):
        scheme = identifier.get("scheme")
        if scheme not in known and scheme is not None:
            found.append(
                Problem(f"{at}/{place}/scheme", "The list of org-id.guide does not have this scheme.")
            )
    return found


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Use the code that org-id.guide has for the register; without one, give its name as schemeName alone.",
    asks=(Ask("entity", ("identifiers",)),),
    find=find,
)
