"""The upper bound of a share is not below its lower bound.

Why: mostly the two were exchanged; no share lies between them.
Source: BODS 0.4, `Interest.share`; libcovebods 0.16. Of a share that is exact too, only `exact_has_min_max` speaks.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(share: Mapping[str, Any], at: str, _: About) -> Found:
    if "exact" in share:
        return NOTHING
    lower = share.get("minimum", share.get("exclusiveMinimum"))
    upper = share.get("maximum", share.get("exclusiveMaximum"))
    if lower is None or upper is None or upper >= lower:
        return NOTHING
    return [Problem(at, f"The lower bound of this share is {lower:g} %, the upper one {upper:g} %.")]


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Correct the two bounds.",
    asks=(Ask("interest", ("share",), parts=2),),
    find=find,
)
