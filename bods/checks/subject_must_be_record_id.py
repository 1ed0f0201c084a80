"""The subject of a relationship is a record of the same file.

Why: a reader could not tell who is owned.
Source: BODS 0.4, serialisation; libcovebods 0.16.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    if link.subject is None or link.subject_kind is not None:
        return NOTHING
    return [
        Problem("/recordDetails/subject", f"No statement of this file is about the record {link.subject}.")
    ]


CHECK = LinkCheck(
    severity=Severity.BREAKS,
    remedy="Publish a statement about the subject before this one, or correct the identifier.",
    find=find,
)
