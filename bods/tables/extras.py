"""Libraries that come with an extra of the distribution, asked for when they are needed."""

import importlib
from types import ModuleType

from bods.exceptions import MissingExtraError


def library(name: str) -> ModuleType:
    """Give an installed library. Raises MissingExtraError, which says how to install it."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        raise MissingExtraError(name) from None
