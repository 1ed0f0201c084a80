"""What a statement names as its declaration subject is a record of the same file.

Why: all statements of one network are found by it.
Source: BODS 0.4, `declarationSubject`; libcovebods 0.16, which does not count statements without a record type (the
schema tells that).
"""

from bods.checks.check import NOTHING, Found, Problem, Severity, SubjectCheck
from bods.facts import Subject


def find(subject: Subject) -> Found:
    if subject.is_stated:
        return NOTHING
    return [
        Problem("/declarationSubject", f"No statement of this file is about the record {subject.record_id}.")
    ]


CHECK = SubjectCheck(
    severity=Severity.BREAKS,
    remedy="Name the record of the company (or person) that the declaration is about, and publish a statement about it.",
    find=find,
)
