"""Checks beyond the schema, one a file: the folder is the list of them, a file's name the identifier of its check."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from bods.checks.check import Check, Problem, Severity

__all__ = ["Check", "Problem", "Severity", "checks"]


@lru_cache(maxsize=1)
def checks() -> Mapping[str, Check]:
    """Give every check of this folder by its identifier, in the order of the alphabet."""
    names = sorted(
        found.name for found in pkgutil.iter_modules(__path__) if found.name not in {"check", "page"}
    )
    return MappingProxyType({name: importlib.import_module(f"{__name__}.{name}").CHECK for name in names})
