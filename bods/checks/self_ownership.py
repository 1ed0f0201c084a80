"""No entity holds an interest in itself.

Why: what a company holds in itself (treasury shares) has no other owner, and more often an identifier was mistaken; in
both cases the true owners may be missing.
Source: BODS 0.4 does not forbid it, and the official checker does not ask. Circles of several entities are told by
`ownership_cycle`.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    kind = link.party_kind
    # What is no entity, or not in the file, is told by other checks when it is a subject.
    if kind is None or kind.type != "entity" or link.party != link.subject:
        return NOTHING
    return [
        Problem(
            "/recordDetails/interestedParty",
            f"The record {link.party} is both the subject and the interested party.",
        )
    ]


CHECK = LinkCheck(
    severity=Severity.LOOK,
    remedy="Correct the identifier; if the company holds its own shares, describe that in the details of the interest.",
    find=find,
)
