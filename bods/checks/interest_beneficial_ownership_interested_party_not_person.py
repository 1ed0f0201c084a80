"""Only a natural person is said to be a beneficial owner.

Why: a beneficial owner is a human being by definition; a company that is named as one hides who stands behind it.
Source: BODS 0.4, relationship record, `beneficialOwnershipOrControl`; libcovebods 0.16.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    kind = link.party_kind
    if kind is None or kind.type != "entity":
        return NOTHING
    return [
        Problem(
            f"/recordDetails/interests/{place}/beneficialOwnershipOrControl",
            f"The entity {link.party} is called a beneficial owner.",
        )
        for place, interest in enumerate(link.details.get("interests", ()))
        if interest.get("beneficialOwnershipOrControl") is True
    ]


CHECK = LinkCheck(
    severity=Severity.BREAKS,
    remedy="Say false here, and name the persons who own or control the entity in relationships of their own.",
    find=find,
)
