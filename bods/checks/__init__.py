"""Checks beyond the schema, one a file: the folder is the list of them."""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import lru_cache

from bods.checks.check import Check, Finding
from bods.statements import Statement

__all__ = ["Check", "Finding", "checks", "findings"]


@lru_cache(maxsize=1)
def checks() -> tuple[Check, ...]:
    """Give every check of this folder, by code."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name != "check")
    return tuple(importlib.import_module(f"{__name__}.{name}").CHECK for name in names)


def findings(statements: Iterable[Statement]) -> list[Finding]:
    """Ask every check about a set of statements, given in the order of publication."""
    held = tuple(statements)
    return [finding for check in checks() for finding in check.find(held)]
