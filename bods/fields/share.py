"""Shares in JSON: one exact figure or up to two bounds, each a number of percent."""

from decimal import Decimal
from typing import Any

from bods.exceptions import NotAStatementError
from bods.fields.shape import Kind
from bods.shares import NOTHING, WHOLE, Share

_BOUNDS = frozenset({"exact", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"})


def _read_percent(value: object) -> Decimal:
    # repr of a float is the shortest text that gives the same float: the figure as the file has it.
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise NotAStatementError("", "a number")
    figure = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not (figure.is_finite() and NOTHING <= figure <= WHOLE):
        raise NotAStatementError("", "a number of percent from 0 to 100")
    return figure


def percent_json(figure: Decimal) -> int | float:
    """Write a figure as a JSON number, a whole one as an integer."""
    whole = int(figure)
    return whole if whole == figure else float(figure)


def _read_share(value: object) -> Share:
    if not isinstance(value, dict):
        raise NotAStatementError("", "an object")
    bounds: dict[str, Decimal] = {}
    extra: dict[str, Any] = {}
    for name, item in value.items():
        if name not in _BOUNDS:
            extra[name] = item
            continue
        try:
            bounds[name] = _read_percent(item)
        except NotAStatementError as fault:
            raise fault.under(name) from None
    return _share_of(bounds, extra)


def _share_of(bounds: dict[str, Decimal], extra: dict[str, Any]) -> Share:
    # An exact figure wins over bounds beside it, an included bound over an excluded one; the rest is kept in extra.
    rest = dict(bounds)
    exact = rest.pop("exact", None)
    if exact is not None:
        return Share(exact, exact, extra=extra | _kept(rest))
    minimum, minimum_excluded = _bound(rest, "minimum", "exclusiveMinimum")
    maximum, maximum_excluded = _bound(rest, "maximum", "exclusiveMaximum")
    if minimum is None or maximum is None or minimum < maximum:
        return Share(minimum, maximum, minimum_excluded, maximum_excluded, extra | _kept(rest))
    if minimum == maximum and not (minimum_excluded or maximum_excluded):
        return Share(minimum, maximum, extra=extra | _kept(rest), in_two_bounds=True)
    # Bounds with nothing between them say nothing about the share: a check tells of them, the figures are kept.
    return Share(None, None, extra=extra | _kept(bounds))


def _bound(bounds: dict[str, Decimal], included: str, excluded: str) -> tuple[Decimal | None, bool]:
    if included in bounds:
        return bounds.pop(included), False
    excluded_given = excluded in bounds
    return bounds.pop(excluded, None), excluded_given


def _kept(bounds: dict[str, Decimal]) -> dict[str, Any]:
    return {name: percent_json(figure) for name, figure in bounds.items()}


def _write_share(share: Share) -> dict[str, Any]:
    written: dict[str, Any] = {}
    if share.exact is not None and not share.in_two_bounds:
        written["exact"] = percent_json(share.exact)
    else:
        if share.minimum is not None:
            written["exclusiveMinimum" if share.minimum_excluded else "minimum"] = percent_json(share.minimum)
        if share.maximum is not None:
            written["exclusiveMaximum" if share.maximum_excluded else "maximum"] = percent_json(share.maximum)
    for name, item in share.extra.items():
        written.setdefault(name, item)
    return written


SHARE = Kind(_read_share, _write_share)
