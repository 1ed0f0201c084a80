"""Where there are details of political exposure, the status does not say that there is none.

Why: a reader cannot tell whether the person is exposed.
Source: BODS 0.4, `politicalExposure`; libcovebods 0.16, which does not say in which statement. Where the details say
why information is missing, `has_pep_details_with_missing_info_but_incorrect_pep_status` speaks instead.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(exposure: Mapping[str, Any], at: str, _: About) -> Found:
    details = exposure.get("details")
    if not details or (exposure.get("status") or "isNotPep") != "isNotPep":
        return NOTHING
    if any(detail.get("missingInfoReason") for detail in details):
        return NOTHING
    return [Problem(f"{at}/details", "These are details of exposure, and the status does not tell of any.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Correct the status, or take the details out.",
    asks=(Ask("person", ("politicalExposure",)),),
    find=find,
)
