"""The flags: questions about links between contracts and owners. The folder is the registry."""

import pkgutil
from functools import cache
from importlib import import_module

from register.flags.flag import Flag, PortfolioFlag

#: Files of this folder that are no flags: the shape, and what the methodology page is made from.
SHAPES = frozenset({"flag", "methodology"})


@cache
def registry() -> tuple[Flag, ...]:
    """Give every flag of this folder that is asked of one process, by its code."""
    return tuple(each for each in _all() if isinstance(each, Flag))


@cache
def portfolio_registry() -> tuple[PortfolioFlag, ...]:
    """Give every flag of this folder that is asked of all tenders together, by its code."""
    return tuple(each for each in _all() if isinstance(each, PortfolioFlag))


def _all() -> list[Flag | PortfolioFlag]:
    names = (each.name for each in pkgutil.iter_modules(__path__) if each.name not in SHAPES)
    flags = [import_module(f"{__name__}.{name}").FLAG for name in names]
    return sorted(flags, key=lambda flag: flag.code)
