"""An interest that goes through others is not called direct.

Why: component records are the links of a chain, and an interest that is known to go through a chain is indirect.
Source: BODS 0.4, `directOrIndirect`; the official checker does not ask. Where another interest of the relationship is
not direct, the components explain that one.
"""

from collections.abc import Sequence

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_DIRECT = "direct"


def find(_: Sequence[str], __: str, about: About) -> Found:
    interests = about.details.get("interests", ())
    if any(interest.get("directOrIndirect") != _DIRECT for interest in interests):
        return NOTHING
    return [
        Problem(
            f"/recordDetails/interests/{place}/directOrIndirect",
            "This interest is called direct, and the relationship has components.",
        )
        for place in range(len(interests))
    ]


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Call the interest indirect, or take the components out.",
    asks=(Ask("relationship", ("componentRecords",)),),
    find=find,
)
