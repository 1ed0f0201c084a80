"""Bids of a story with their prices and what became of them."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from register.graph.picture import Picture


def offered(
    seen: Picture,
    prices: Mapping[str, int | None] | None = None,
    statuses: Mapping[str, str] | None = None,
    currency: str = "KES",
) -> Picture:
    """Say of a picture what its bidders (by their names in the story) bid, and how their bids stand."""
    assert seen.process is not None
    bids = []
    for bid in seen.process.bids:
        name = bid.id.lower()
        price = (prices or {}).get(name)
        bids.append(
            replace(
                bid,
                value=None if price is None else Decimal(price),
                currency="" if price is None else currency,
                status=(statuses or {}).get(name, ""),
            )
        )
    return replace(seen, process=replace(seen.process, bids=tuple(bids)))
