"""The day on which an annotation was made does not lie in the future.

Why: mostly it is a slip of the keyboard.
Source: libcovebods 0.16.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity

_DAY = len("2024-01-31")


def find(annotations: Sequence[Mapping[str, Any]], at: str, about: About) -> Found:
    return [
        Problem(
            f"{at}/{place}/creationDate", f"This annotation was made on {date[:_DAY]}, which is yet to come."
        )
        for place, annotation in enumerate(annotations)
        if (date := annotation.get("creationDate")) is not None and date[:_DAY] > about.today
    ]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Write the day on which the annotation was made.",
    asks=(Ask("statement", ("annotations",)),),
    find=find,
)
