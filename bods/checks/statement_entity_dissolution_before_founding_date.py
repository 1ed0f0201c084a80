"""A company is not dissolved before it is founded.

Why: mostly the two dates were exchanged.
Source: libcovebods 0.16.
"""

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(dissolution: str, at: str, about: About) -> Found:
    founding = about.details.get("foundingDate")
    if founding is None or founding <= dissolution:
        return NOTHING
    return [Problem(at, f"It was dissolved on {dissolution} and founded later, on {founding}.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Correct foundingDate or dissolutionDate.",
    asks=(Ask("entity", ("dissolutionDate",)),),
    find=find,
)
