"""Invented companies, owners and tenders by the million, as columns of numbers: shaped like the registers there are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from register.bulk.condensing import Columns

#: Bids of one tender, on average.
BIDDERS = 4
#: Companies and people of one neighbourhood; who bids for a tender is of one.
NEIGHBOURS = 400


@dataclass(frozen=True, slots=True)
class AtLarge:
    """Companies are numbered first, then people; `tender` and `bidder` are the bids."""

    companies: int
    parties: int
    shares: Columns
    tender: NDArray[np.int32]
    bidder: NDArray[np.int32]


def at_large(companies: int, tenders: int, seed: int = 7) -> AtLarge:
    """Make so many companies: most belong to one or two people, some to other companies up to eight steps, a few to each other."""
    rng = np.random.default_rng(seed)
    people = companies
    depth = rng.choice(9, size=companies, p=[0.45, 0.2, 0.13, 0.08, 0.055, 0.035, 0.025, 0.015, 0.01])
    order = np.argsort(depth, kind="stable")
    # Companies in the order of their depth: what is above a company comes before it.
    first_of = np.searchsorted(depth[order], np.arange(10))
    holders, held, parts = [], [], []
    for place in range(9):
        mine = order[first_of[place] : first_of[place + 1]]
        count = rng.choice([1, 2, 3], size=len(mine), p=[0.6, 0.3, 0.1])
        body = np.repeat(mine, count)
        part = np.repeat(1.0 / count, count)
        upper = companies + _nearby(rng, body, people)
        if place:
            above = order[first_of[place - 1] : first_of[place]]
            first = np.concatenate([[True], body[1:] != body[:-1]])
            upper[first] = above[rng.integers(0, len(above), int(first.sum()))]
        holders.append(upper)
        held.append(body)
        parts.append(part)
    # Few companies hold a twentieth of one that holds them: circles.
    loops = companies // 500
    a = rng.integers(0, companies, loops)
    b = (a + rng.integers(1, 50, loops)) % companies
    holders += [a, b]
    held += [b, a]
    parts += [np.full(loops, 0.05), np.full(loops, 0.05)]
    shares = _once(np.concatenate(holders), np.concatenate(held), np.concatenate(parts), companies + people)
    bids = rng.poisson(BIDDERS - 1, tenders) + 1
    tender = np.repeat(np.arange(tenders), bids)
    around = rng.integers(0, companies, tenders)
    bidder = (around[tender] + rng.integers(0, NEIGHBOURS, len(tender))) % companies
    both = np.unique(tender.astype(np.int64) * companies + bidder)
    return AtLarge(
        companies,
        companies + people,
        shares,
        (both // companies).astype(np.int32),
        (both % companies).astype(np.int32),
    )


def _nearby(rng: np.random.Generator, body: NDArray[np.int64], people: int) -> NDArray[np.int64]:
    """Owners live near their companies, and a few have many: a power law in each neighbourhood."""
    place = (NEIGHBOURS * rng.random(len(body)) ** 2.5).astype(np.int64)
    return (body // NEIGHBOURS * NEIGHBOURS + place) % people


def _once(
    holder: NDArray[np.int64], held: NDArray[np.int64], part: NDArray[np.float64], parties: int
) -> Columns:
    """Each pair once; together the shares of a company are the whole at most."""
    pair, first = np.unique(holder * parties + held, return_index=True)
    holder, held, part = pair // parties, pair % parties, part[first]
    whole = np.bincount(held, weights=part, minlength=parties)
    part /= np.maximum(whole, 1.0)[held]
    return Columns(holder.astype(np.int32), held.astype(np.int32), part, part)
