"""The interested party of a relationship is an entity or a person.

Why: a relationship owns nothing.
Source: BODS 0.4, relationship record; libcovebods 0.16.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    kind = link.party_kind
    if kind is None or kind.type == "person" or kind.type == "entity":
        return NOTHING
    return [
        Problem(
            "/recordDetails/interestedParty",
            f"The interested party {link.party} is neither an entity nor a person.",
        )
    ]


CHECK = LinkCheck(
    severity=Severity.BREAKS,
    remedy="Name the record of the entity or person that holds the interests.",
    find=find,
)
