"""Which bidders compete with each other: partners who only bid together do not."""

from collections.abc import Collection, Iterable

from register.graph.joining import Unions
from register.graph.process import Process


def offers_of(process: Process, party: str) -> frozenset[str]:
    """Name each offer a party has a part in; the members of a joint bid have that one in common."""
    offers = set()
    for place, bid in enumerate(process.bids):
        if bid.party == party:
            offers.add(bid.pointer or f"#{place}")
    return frozenset(offers)


def rivals(process: Process, one: str, other: str) -> bool:
    """Whether two bidders have a part in different offers for the same tender."""
    if one == other:
        return False
    mine, yours = offers_of(process, one), offers_of(process, other)
    if any({one, other} <= set(joint) for joint in process.together):
        return max(len(mine), len(yours)) > 1
    return len(mine | yours) > 1


def competing(process: Process | None, parties: Iterable[str]) -> tuple[str, ...]:
    """Leave out those of the parties who compete with none of the others."""
    given = tuple(dict.fromkeys(parties))
    if process is None:
        return ()
    return tuple(one for one in given if any(rivals(process, one, other) for other in given))


def offers_counted(process: Process, groups: Iterable[Collection[str]]) -> tuple[int, int]:
    """Count the offers for a tender, and those left when all in which one of a group has a part count as one."""
    unions, every = Unions(), [bid.party for bid in process.bids]
    for joint in process.together:
        if not frozenset.intersection(*(offers_of(process, each) for each in joint)):
            # Told together, and written as if each had an offer of its own.
            _join(unions, process, joint)
    apart = {unions.root(offer) for party in every for offer in offers_of(process, party)}
    for group in groups:
        _join(unions, process, group)
    return len(apart), len({unions.root(offer) for offer in apart})


def _join(unions: Unions, process: Process, parties: Collection[str]) -> None:
    offers = [offer for party in parties for offer in sorted(offers_of(process, party))]
    for other in offers[1:]:
        unions.join(offers[0], other)
