"""The subject of a relationship stands in the file before the relationship.

Why: who reads a file from its beginning must know the entity when somebody owns it.
Source: BODS 0.4, serialisation; libcovebods 0.16. Both look at the first statement of each record.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    if link.subject_first <= link.first:
        return NOTHING
    return [
        Problem(
            "/recordDetails/subject",
            f"The first statement about the subject {link.subject} comes after this relationship began.",
        )
    ]


CHECK = LinkCheck(
    severity=Severity.BREAKS,
    remedy="Put the statement about the subject before all statements about the relationship.",
    find=find,
)
