"""A statement is not published before the day it speaks of.

Why: what was published cannot have been declared later; a history on two times would be upside down.
Source: BODS 0.4, `statementDate` and `publicationDate`; the official checker does not ask.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity
from bods.statements import moment

_DAY = len("2024-01-31")


def find(publication: Mapping[str, Any], at: str, about: About) -> Found:
    published, said = publication.get("publicationDate"), about.statement.get("statementDate")
    # Dates are nearly always without an hour, and what is not less as text is no earlier day.
    if published is None or said is None or published >= said:
        return NOTHING
    if published[:_DAY] == said[:_DAY] or not _is_before(published, said):
        return NOTHING
    return [
        Problem(
            f"{at}/publicationDate",
            f"This was published on {published[:_DAY]} and speaks of a later day, {said[:_DAY]}.",
        )
    ]


def _is_before(published: str, said: str) -> bool:
    """Tell whether an earlier day by the calendar is earlier in every zone."""
    hours = (len(published) > _DAY) + (len(said) > _DAY)
    if not hours:
        return True
    # A day without its zone begins up to a day earlier or later.
    return moment(said) - moment(published) > timedelta(days=2 - hours)


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Correct statementDate or publicationDate.",
    asks=(Ask("statement", ("publicationDetails",)),),
    find=find,
)
