"""The statement's date does not lie in the future.

Why: nobody can have said today what was true tomorrow; mostly it is a slip of the keyboard.
Source: libcovebods 0.16.
"""

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_DAY = len("2024-01-31")


def find(date: str, at: str, about: About) -> Found:
    if date[:_DAY] <= about.today:
        return NOTHING
    return [Problem(at, f"The statement speaks of {date[:_DAY]}, which is yet to come.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Write the day from which the information is claimed to be true.",
    asks=(Ask("statement", ("statementDate",)),),
    find=find,
)
