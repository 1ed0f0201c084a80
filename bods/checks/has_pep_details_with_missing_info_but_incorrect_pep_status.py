"""Why political exposure is not told is said only where the status is unknown.

Why: whoever says whether a person is exposed has the information and misses none.
Source: BODS 0.4, `politicalExposure`; libcovebods 0.16, which does not say in which statement.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(exposure: Mapping[str, Any], at: str, _: About) -> Found:
    if exposure.get("status") == "unknown":
        return NOTHING
    return [
        Problem(
            f"{at}/details/{place}/missingInfoReason",
            "This says why information is missing, and the status does not say that it is.",
        )
        for place, detail in enumerate(exposure.get("details", ()))
        if detail.get("missingInfoReason")
    ]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Write the status unknown, or take missingInfoReason out.",
    asks=(Ask("person", ("politicalExposure",)),),
    find=find,
)
