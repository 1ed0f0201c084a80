"""A share has one upper bound, which either counts among the shares meant or does not.

Why: of two upper bounds a reader cannot tell which one holds.
Source: BODS 0.4, `Interest.share`; libcovebods 0.16, which, like us, says it only where the lower bound
is single.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(share: Mapping[str, Any], at: str, _: About) -> Found:
    if "exclusiveMaximum" not in share or "maximum" not in share:
        return NOTHING
    if "exclusiveMinimum" in share and "minimum" in share:
        # The other bound is faulted in the same way.
        return NOTHING
    return [
        Problem(
            f"{at}/exclusiveMaximum",
            "This share has two upper bounds: one that counts, and one that does not.",
        )
    ]


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Keep maximum or exclusiveMaximum, whichever is meant.",
    asks=(Ask("interest", ("share",), parts=2),),
    find=find,
)
