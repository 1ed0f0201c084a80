"""Somebody owns or controls nothing any more: what they held ends on a day, in the answers."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from register.declarations.draft import Draft


def ceased(draft: Draft, keys: Collection[str], ended_on: date) -> Draft:
    """Give the answers in which everything that these people and bodies hold has ended; what ended before stays so."""
    return replace(
        draft,
        holdings=tuple(
            replace(each, until=ended_on) if each.holder in keys and each.until is None else each
            for each in draft.holdings
        ),
    )


def holders_still(draft: Draft) -> tuple[str, ...]:
    """The people and bodies that hold something which has not ended, in the order of the answers."""
    holding = {each.holder for each in draft.holdings if each.until is None}
    parties = (*(each.key for each in draft.people), *(each.key for each in draft.entities))
    return tuple(key for key in parties if key in holding)
