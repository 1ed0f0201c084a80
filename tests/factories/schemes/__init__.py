"""Schemes to be planted among innocent tenders: one file per flag, named as the flag's own; the folder is the registry.

Each file has one function `plant(seeds)` that yields tenders with the scheme in them, and near misses of it.
"""

import pkgutil
from collections.abc import Mapping
from importlib import import_module

from tests.factories.schemes.scheme import Planter

#: Files of this folder that plant nothing.
SHAPES = frozenset({"scheme", "seeds", "across_tenders"})


def planters() -> Mapping[str, Planter]:
    """Give what plants each flag's scheme, by the flag's code."""
    names = sorted(each.name for each in pkgutil.iter_modules(__path__) if each.name not in SHAPES)
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}").plant for name in names}
