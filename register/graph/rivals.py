"""Which bidders compete with each other: partners who only bid together do not."""

from collections.abc import Iterable

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
