"""A share is exact or a range, never both.

Why: a reader cannot tell which of them holds.
Source: BODS 0.4, `Interest.share`; libcovebods 0.16, which overlooks an exact share of 0, and after one such fault no
longer looks at the other shares of the relationship; ours looks at each.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_BOUNDS = frozenset({"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"})


def find(share: Mapping[str, Any], at: str, _: About) -> Found:
    if len(share) == 1 or "exact" not in share or _BOUNDS.isdisjoint(share):
        return NOTHING
    return [Problem(f"{at}/exact", "This share is given exactly, and as a range beside it.")]


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Keep the exact share and take the bounds out, or the other way round.",
    asks=(Ask("interest", ("share",), parts=2),),
    find=find,
)
