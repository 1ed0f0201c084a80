"""Which bidders are under common control: fewer clusters than bids means less competition than it seems."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from register.graph.control import in_power_of, reachable_in
from register.graph.joining import Unions
from register.graph.paths import Path
from register.graph.picture import Picture
from register.graph.remembering import remembered

HALF = Decimal(50)


@dataclass(frozen=True, slots=True)
class Link:
    """What makes several bidders one cluster: who has them in their power, and the chain to each.

    `controller` may be one of the bidders; then it has no chain to itself.
    """

    controller: str
    bidders: tuple[str, ...]
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ControlCluster:
    """Bidders under common control, with the links that show it; one bidder alone has none."""

    bidders: tuple[str, ...]
    links: tuple[Link, ...]


@remembered
def clusters_of(picture: Picture, majority: Decimal = HALF) -> tuple[ControlCluster, ...]:
    """Put the bidders into clusters, in the order of the bids. Only what is sure joins two bidders.

    Where several parties explain one cluster, the nearest does: a holding company before the person above it.
    """
    return clusters_among(picture, picture.bidders, majority)


@remembered
def clusters_among(
    picture: Picture, companies: tuple[str, ...], majority: Decimal = HALF
) -> tuple[ControlCluster, ...]:
    """Put any companies of a picture into clusters, in their order; `bidders` of a cluster are then these."""
    unions = Unions()
    kept: list[Link] = []
    for link in sorted(_links(picture, companies, majority), key=_distance):
        joined = [unions.join(link.bidders[0], other) for other in link.bidders[1:]]
        if any(joined):
            kept.append(link)
    members: dict[object, list[str]] = defaultdict(list)
    for bidder in companies:
        members[unions.root(bidder)].append(bidder)
    return tuple(
        ControlCluster(tuple(each), tuple(link for link in kept if link.bidders[0] in each))
        for each in members.values()
    )


def _links(picture: Picture, companies: tuple[str, ...], majority: Decimal) -> list[Link]:
    holdings = reachable_in(picture)
    links = []
    for controller in holdings.holders:
        gripped = in_power_of(controller, holdings, majority)
        reached = tuple(each for each in companies if each in gripped or each == controller)
        if len(reached) > 1:
            paths = tuple(gripped[each].path for each in reached if each != controller)
            links.append(Link(controller, reached, paths))
    return links


def _distance(link: Link) -> tuple[Decimal, str]:
    steps = sum(len(path) for path in link.paths)
    return Decimal(steps) / (len(link.bidders) - 1), link.controller
