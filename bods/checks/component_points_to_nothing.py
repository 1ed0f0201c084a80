"""Every component that a relationship lists is a record of the same file.

Why: the chain that it should explain cannot be followed.
Source: BODS 0.4, serialisation. The official checker has this check and never runs it.
"""

from collections.abc import Sequence

from bods.checks.check import NetworkCheck, Problem, Severity
from bods.facts import Link, Network


def find(network: Network) -> Sequence[tuple[Link, Problem]]:
    links = network.links
    listed = [components for link in links if (components := link.details.get("componentRecords"))]
    if not listed:
        return ()
    # Most components are relationships of this network and their parties, which are known without asking.
    left = set[str | None]().union(*listed)
    left -= {link.record_id for link in links}
    left -= {link.subject for link in links if link.subject_kind is not None}
    left -= {link.party for link in links if link.party_kind is not None}
    return _absent(links, left) if left else ()


def _absent(links: Sequence[Link], doubtful: set[str | None]) -> Sequence[tuple[Link, Problem]]:
    return [
        (
            link,
            Problem(
                f"/recordDetails/componentRecords/{place}",
                f"No statement of this file is about the component {component}.",
            ),
        )
        for link in links
        for place, component in enumerate(link.components)
        if component in doubtful and link.known(component) is None
    ]


CHECK = NetworkCheck(
    severity=Severity.BREAKS,
    remedy="Publish a statement about the component before this one, or take it off the list.",
    find=find,
)
