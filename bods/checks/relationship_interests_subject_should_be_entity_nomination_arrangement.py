"""Nominees and nominators are the parties of a nomination.

Why: a nominee who is written down as an owner hides for whom the shares are held; the nomination shows it.
Source: BODS 0.4, representing nominations; libcovebods 0.16, which crashes where the subject is not in the file
(`subject_must_be_record_id` tells that).
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link

_ROLES = frozenset({"nominee", "nominator"})


def find(link: Link) -> Found:
    for interest in link.details.get("interests", ()):
        if interest.get("type") in _ROLES:
            return _outside_a_nomination(link)
    return NOTHING


def _outside_a_nomination(link: Link) -> Found:
    kind = link.subject_kind
    if kind is None or (kind.entity_type == "arrangement" and kind.subtype == "nomination"):
        return NOTHING
    return [
        Problem(
            f"/recordDetails/interests/{place}/type",
            f"The party is a {interest['type']}, and the subject {link.subject} is no nomination.",
        )
        for place, interest in enumerate(link.interests)
        if interest.get("type") in _ROLES
    ]


CHECK = LinkCheck(
    severity=Severity.GUIDANCE,
    remedy="Publish an entity of type arrangement and subtype nomination, and make it the subject of this relationship.",
    find=find,
)
