"""A declaration subject is an entity or a person.

Why: a declaration tells who owns a company, or what a person owns; it is never about a relationship.
Source: BODS 0.4, `declarationSubject`; libcovebods 0.16, which also faults a statement that stands before the record was
first called a relationship, and record types that the standard does not have (the schema tells that).
"""

from bods.checks.check import NOTHING, Found, Problem, Severity, SubjectCheck
from bods.facts import Subject


def find(subject: Subject) -> Found:
    if "relationship" not in subject.types:
        return NOTHING
    return [Problem("/declarationSubject", f"The record {subject.record_id} is a relationship.")]


CHECK = SubjectCheck(
    severity=Severity.BREAKS,
    remedy="Name the record of the company (or person) that the declaration is about.",
    find=find,
)
