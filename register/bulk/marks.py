"""Marks by which one sees at once that two companies have nobody in common, as most have not; of others, shares tell.

A mark is a number of two times `BITS` bits. Each of the few heads above a company, and the company itself where it is one,
sets a bit in either half; so two companies with a head in common have bits in common in both halves.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from register.bulk.condensing import Columns, Numbers

BITS = 31
LOWER_HALF = (1 << BITS) - 1


def marks(heads: Numbers, shares: Iterable[Columns], inner: Columns, parties: int) -> NDArray[np.int64]:
    """Give the mark of every party; of the shares, those from further above come first."""
    own, above = np.zeros(parties, np.int64), np.zeros(parties, np.int64)
    # Drawn, but alike each time: neighbours in a register are often neighbours in a tender too.
    lower, upper = np.random.default_rng(BITS).integers(0, BITS, (2, len(heads)))
    own[heads] = (1 << lower) | (1 << (BITS + upper))
    np.bitwise_or.at(above, inner.held, own[inner.holder])
    for each in shares:
        np.bitwise_or.at(above, each.held, own[each.holder] | above[each.holder])
    return above | own
