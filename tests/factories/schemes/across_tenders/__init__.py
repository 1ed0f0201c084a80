"""Schemes across tenders, one file per flag that looks across them; the folder is the registry."""

import pkgutil
from collections.abc import Mapping
from importlib import import_module

from tests.factories.schemes.across_tenders.market import PlanterAcross


def planters_across() -> Mapping[str, PlanterAcross]:
    """Give what plants each flag's scheme, by the flag's code."""
    names = sorted(each.name for each in pkgutil.iter_modules(__path__) if each.name != "market")
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}").plant for name in names}
