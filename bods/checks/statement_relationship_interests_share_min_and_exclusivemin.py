"""A share has one lower bound, which either counts among the shares meant or does not.

Why: of two lower bounds a reader cannot tell which one holds.
Source: BODS 0.4, `Interest.share`; libcovebods 0.16.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(share: Mapping[str, Any], at: str, _: About) -> Found:
    if "exclusiveMinimum" not in share or "minimum" not in share:
        return NOTHING
    return [
        Problem(
            f"{at}/exclusiveMinimum",
            "This share has two lower bounds: one that counts, and one that does not.",
        )
    ]


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Keep minimum or exclusiveMinimum, whichever is meant.",
    asks=(Ask("interest", ("share",), parts=2),),
    find=find,
)
