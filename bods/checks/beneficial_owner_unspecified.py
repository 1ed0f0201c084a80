"""A beneficial owner has a record, even where nobody may know who it is.

Why: only a person owns in the end; of nobody, it cannot be said.
Source: BODS 0.4, `beneficialOwnershipOrControl`; the official checker does not ask where the party is unspecified.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(party: str | Mapping[str, Any], _: str, about: About) -> Found:
    if isinstance(party, str):
        return NOTHING
    return [
        Problem(
            f"/recordDetails/interests/{place}/beneficialOwnershipOrControl",
            "This says that the interested party is a beneficial owner, and the party is not specified.",
        )
        for place, interest in enumerate(about.details.get("interests", ()))
        if interest.get("beneficialOwnershipOrControl") is True
    ]


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Give the person a record, anonymousPerson or unknownPerson if need be, or leave the interests out.",
    asks=(Ask("relationship", ("interestedParty",)),),
    find=find,
)
