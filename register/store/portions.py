"""Long lists asked for in parts, so that each fits into one query."""

from collections.abc import Iterator
from typing import TypeVar

#: So many values go into one query.
AT_ONCE = 400

T = TypeVar("T")


def portions(values: list[T]) -> Iterator[list[T]]:
    """Values in their order, a part at a time."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
