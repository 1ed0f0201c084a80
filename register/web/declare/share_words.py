"""Shares of the whole in words, wherever a page of the declaration speaks of them."""

from decimal import Decimal

from flask_babel import gettext

from bods.shares import NOTHING, WHOLE, Share
from register.web.words import number, percent


def share_words(share: Share) -> str:
    """`42 %` or `10 to 25 %`, figures and sign kept together."""
    if share.exact is not None:
        return percent(share.exact)
    low, high = share.minimum or NOTHING, WHOLE if share.maximum is None else share.maximum
    return between_words(low, high)


def between_words(low: Decimal, high: Decimal) -> str:
    """A range of percent; one figure when both bounds are alike."""
    if low == high:
        return percent(low)
    return gettext("%(low)s to %(high)s", low=number(low), high=percent(high))
