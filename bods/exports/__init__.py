"""Export formats, one a file: the folder is the list of them."""

import importlib
import pkgutil
from functools import lru_cache

from bods.exports.format import Format

__all__ = ["Format", "formats"]


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """Give every format of this folder, by the name of its file."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name != "format")
    return tuple(importlib.import_module(f"{__name__}.{name}").FORMAT for name in names)
