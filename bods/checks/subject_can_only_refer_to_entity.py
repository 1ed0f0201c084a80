"""The subject of a relationship is an entity.

Why: only an entity can be owned or controlled; nobody owns a person or a relationship.
Source: BODS 0.4, relationship record; libcovebods 0.16.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    kind = link.subject_kind
    if kind is None or kind.type == "entity":
        return NOTHING
    return [Problem("/recordDetails/subject", f"The subject {link.subject} is no entity.")]


CHECK = LinkCheck(
    severity=Severity.BREAKS,
    remedy="Name the record of the entity that is owned or controlled.",
    find=find,
)
