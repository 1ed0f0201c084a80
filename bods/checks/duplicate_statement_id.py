"""Each statement has an identifier of its own.

Why: what refers to a statement must find one.
Source: BODS 0.4; libcovebods 0.16.
"""

from bods.checks.check import Found, Problem, RepeatCheck, Severity


def find(_: str) -> Found:
    return [Problem("/statementId", "An earlier statement of this file has the same identifier.")]


CHECK = RepeatCheck(
    severity=Severity.BREAKS,
    remedy="Give each statement an identifier of its own; leave out a statement that is here twice.",
    find=find,
)
