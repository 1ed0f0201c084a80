"""Settlors, trustees and protectors are the parties of a trust.

Why: their roles mean nothing in a company; the trust must be shown, or nobody sees who may benefit from it.
Source: BODS 0.4, representing trusts; libcovebods 0.16, which does not ask it of beneficiaries, and crashes where the
subject is not in the file (`subject_must_be_record_id` tells that).
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link

_ROLES = frozenset({"settlor", "trustee", "protector"})


def find(link: Link) -> Found:
    for interest in link.details.get("interests", ()):
        if interest.get("type") in _ROLES:
            return _outside_a_trust(link)
    return NOTHING


def _outside_a_trust(link: Link) -> Found:
    kind = link.subject_kind
    if kind is None or kind.subtype == "trust":
        return NOTHING
    return [
        Problem(
            f"/recordDetails/interests/{place}/type",
            f"The party is a {interest['type']}, and the subject {link.subject} is no trust.",
        )
        for place, interest in enumerate(link.interests)
        if interest.get("type") in _ROLES
    ]


CHECK = LinkCheck(
    severity=Severity.GUIDANCE,
    remedy="Publish an entity of subtype trust, and make it the subject of this relationship.",
    find=find,
)
