"""No owner was born before 1800.

Why: mostly it is a slip of the keyboard, or a date that a program writes where it knows none.
Source: libcovebods 0.16.
"""

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_EARLIEST = "1800"


def find(birth: str, at: str, _: About) -> Found:
    if birth >= _EARLIEST:
        return NOTHING
    return [Problem(at, f"The person was born before {_EARLIEST}.")]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Correct the date of birth, or leave it out where it is not known.",
    asks=(Ask("person", ("birthDate",)),),
    find=find,
)
