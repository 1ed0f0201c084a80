"""The day on which a source was read does not lie in the future.

Why: nobody can have read today what will be there tomorrow.
Source: libcovebods 0.16.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_DAY = len("2024-01-31")


def find(source: Mapping[str, Any], at: str, about: About) -> Found:
    date = source.get("retrievedAt")
    if date is None or date[:_DAY] <= about.today:
        return NOTHING
    return [Problem(f"{at}/retrievedAt", f"The source was read on {date[:_DAY]}, which is yet to come.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Write the day on which the information was taken from the source.",
    asks=(Ask("statement", ("source",)),),
    find=find,
)
