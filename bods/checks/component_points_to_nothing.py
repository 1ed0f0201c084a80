"""Every component that a relationship lists is a record of the same file.

Why: the chain that it should explain cannot be followed.
Source: BODS 0.4, serialisation. The official checker has this check and never runs it.
"""

from bods.checks.check import NOTHING, Found, LinkCheck, Problem, Severity
from bods.facts import Link


def find(link: Link) -> Found:
    components = link.details.get("componentRecords")
    if not components:
        return NOTHING
    known = link.known
    for component in components:
        if known(component) is None:
            return _absent(link)
    return NOTHING


def _absent(link: Link) -> Found:
    return [
        Problem(
            f"/recordDetails/componentRecords/{place}",
            f"No statement of this file is about the component {component}.",
        )
        for place, component in enumerate(link.components)
        if link.known(component) is None
    ]


CHECK = LinkCheck(
    severity=Severity.BREAKS,
    remedy="Publish a statement about the component before this one, or take it off the list.",
    find=find,
)
