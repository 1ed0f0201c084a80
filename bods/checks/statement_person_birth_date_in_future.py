"""A person's date of birth does not lie in the future.

Why: mostly it is a slip of the keyboard, or a year of two figures read as one of this century.
Source: libcovebods 0.16, which reads a year, or a year and month, as its first day; so do we.
"""

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(birth: str, at: str, about: About) -> Found:
    # A year, or a year and month, is the beginning of its first day's text, so that text order is the order of days.
    if birth <= about.today:
        return NOTHING
    return [Problem(at, "The person's birth is yet to come.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Correct the date of birth.",
    asks=(Ask("person", ("birthDate",)),),
    find=find,
)
