"""The flags: questions about links between contracts and owners. The folder is the registry."""

import pkgutil
from functools import cache
from importlib import import_module

from register.flags.flag import Flag

#: Files of this folder that are no flags: the shape, and what the methodology page is made from.
SHAPES = frozenset({"flag", "methodology"})


@cache
def registry() -> tuple[Flag, ...]:
    """Give every flag of this folder, by its code."""
    names = (each.name for each in pkgutil.iter_modules(__path__) if each.name not in SHAPES)
    flags = [import_module(f"{__name__}.{name}").FLAG for name in names]
    return tuple(sorted(flags, key=lambda flag: flag.code))
