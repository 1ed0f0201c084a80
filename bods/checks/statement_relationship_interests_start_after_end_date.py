"""An interest does not end before it starts.

Why: mostly the two dates were exchanged; nobody could tell when the interest was held.
Source: libcovebods 0.16.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(interest: Mapping[str, Any], at: str, _: About) -> Found:
    end = interest.get("endDate")
    if not end:
        return NOTHING
    start = interest.get("startDate")
    if start is None or start <= end:
        return NOTHING
    return [Problem(f"{at}/endDate", f"This interest ends on {end} and starts later, on {start}.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Correct startDate or endDate.",
    asks=(Ask("interest"),),
    find=find,
)
