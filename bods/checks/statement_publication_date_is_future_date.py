"""The day of publication does not lie in the future.

Why: what can be read has been published; mostly it is a slip of the keyboard.
Source: libcovebods 0.16.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_DAY = len("2024-01-31")


def find(publication: Mapping[str, Any], at: str, about: About) -> Found:
    date = publication.get("publicationDate")
    if date is None or date <= about.today or date[:_DAY] <= about.today:
        return NOTHING
    return [
        Problem(
            f"{at}/publicationDate", f"The statement was published on {date[:_DAY]}, which is yet to come."
        )
    ]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Write the day on which the statement is first published.",
    asks=(Ask("statement", ("publicationDetails",)),),
    find=find,
)
