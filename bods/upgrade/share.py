"""An old share as 0.4 writes it: until 0.3 a bound was excluded by a flag beside it, now by the name of its field."""

from bods.upgrade.carrying import carried, read_elsewhere, same
from bods.upgrade.here import Here
from bods.upgrade.values import Json, Value

#: A bound, the flag that excluded it, and what counted when there was no flag. Source: the schemas' `default`s.
_BOUNDS = (("minimum", "exclusiveMinimum", False), ("maximum", "exclusiveMaximum", True))


def share(old: Value, here: Here) -> Value:
    """Give a share; what is not one comes back as it is, to be told when it is found invalid."""
    if not isinstance(old, dict):
        return old
    new = carried(old, _SHARE, here)
    if _says_one_figure(old):
        new.setdefault("exact", old["minimum"])
        for bound, flag, _ in _BOUNDS:
            here.move((bound,), ("exact",))
            here.move((flag,), ("exact",))
        if "exact" not in old:
            here.tell(
                "exact",
                "Written as exact: both bounds are this figure, and an excluded bound would leave nothing.",
            )
        return new
    for bound, flag, by_default in _BOUNDS:
        _bound(old, new, bound, flag, here, by_default=by_default)
    return new


def _says_one_figure(old: Json) -> bool:
    bounds = {bound: old.get(bound) for bound in ("minimum", "maximum")}
    figure = bounds["minimum"]
    if not _is_number(figure) or figure != bounds["maximum"] or old.get("exact", figure) != figure:
        return False
    return all(isinstance(old.get(flag, by_default), bool) for _, flag, by_default in _BOUNDS)


def _bound(old: Json, new: Json, bound: str, flag: str, here: Here, *, by_default: bool) -> None:
    given = old.get(flag, by_default)
    if bound in old:
        to = flag if given is True else bound
        new[to] = old[bound]
        here.move((bound,), (to,))
        here.move((flag,), (to,))
    if flag not in old or (isinstance(given, bool) and bound in old):
        return
    if _is_number(given) and bound not in old:
        # A figure where the flag should be: how 0.4 writes an excluded bound.
        new[flag] = given
        here.move((flag,), (flag,))
        return
    here.tell(flag, "Left out: there is no bound for it to exclude, or it is neither true nor false.")


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_SHARE = {**same("exact"), **read_elsewhere(name for bound, flag, _ in _BOUNDS for name in (bound, flag))}
