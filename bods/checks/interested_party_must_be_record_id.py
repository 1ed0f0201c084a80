"""The interested party of a relationship is a record of the same file.

Why: a reader could not tell who owns.
Source: BODS 0.4, serialisation; libcovebods 0.16.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    if link.party_kind is not None or link.party is None:
        return NOTHING
    return [
        Problem(
            "/recordDetails/interestedParty", f"No statement of this file is about the record {link.party}."
        )
    ]


CHECK = LinkCheck(
    severity=Severity.BREAKS,
    remedy="Publish a statement about the interested party before this one, or correct the identifier.",
    find=find,
)
