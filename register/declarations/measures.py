"""How much of each body each link carries, in shares and in votes, arrangements included."""

from collections.abc import Mapping

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.arithmetic import WHOLE, Bounds, Pair, bounds_of
from register.declarations.chains import Chains
from register.declarations.draft import EntityKind
from register.declarations.standing import Link

ALL = Bounds(WHOLE, WHOLE)
SOME = Bounds(WHOLE - WHOLE, WHOLE)


def shares_held(chains: Chains, *, jointly: bool = False) -> dict[Pair, Bounds]:
    """Give what each link carries of the shares.

    A nominator has all that the nominee holds for them, or an unknown part of it when they are several. Who holds jointly
    has their own part; counted `jointly`, each has all of it, as the law's threshold counts.
    """
    return _held(chains, {pair: link.shares for pair, link in chains.holdings.items()}, jointly=jointly)


def votes_held(chains: Chains, *, jointly: bool = False) -> dict[Pair, Bounds]:
    """Give what each link carries of the votes; in a joint holding, a part that tells none votes with its shares."""
    told = {
        pair: link.votes or (link.shares if chains.kinds[link.held] is EntityKind.JOINT_HOLDING else None)
        for pair, link in chains.holdings.items()
    }
    return _held(chains, told, jointly=jointly)


def _held(chains: Chains, told: Mapping[Pair, Share | None], *, jointly: bool) -> dict[Pair, Bounds]:
    found: dict[Pair, Bounds] = {}
    for pair, link in chains.holdings.items():
        bounds = _of_arrangement(chains, link, told[pair], jointly=jointly)
        if bounds is not None:
            found[pair] = bounds
    return found


def _of_arrangement(chains: Chains, link: Link, share: Share | None, *, jointly: bool) -> Bounds | None:
    kind = chains.kinds[link.held]
    if kind is EntityKind.NOMINEE_AGREEMENT:
        return ALL if len(_nominators(chains, link.held)) == 1 else SOME
    if kind is EntityKind.JOINT_HOLDING:
        return ALL if jointly else bounds_of(share) if share else SOME
    return bounds_of(share) if share else None


def _nominators(chains: Chains, agreement: str) -> list[Link]:
    return [
        each
        for each in chains.holdings.values()
        if each.held == agreement and InterestType.NOMINATOR in each.kinds
    ]
