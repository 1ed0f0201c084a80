"""Every statement says whether its record is new, updated or closed.

Why: without it nobody can tell whether the record still holds.
Source: BODS 0.4, information updates; the schema lets the field be left out, and the official checker does not ask.
"""

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(statement: dict[str, object], at: str, _: About) -> Found:
    if "recordStatus" in statement:
        return NOTHING
    return [Problem(at, "This statement does not say whether its record is new, updated or closed.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Add the field recordStatus: new, updated or closed.",
    asks=(Ask("statement"),),
    find=find,
)
