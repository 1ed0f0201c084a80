"""The door of the clock and the administrator: every module here is one command, the folder is the list.

What several of them use stands in the package `running`.
"""

from importlib import import_module
from pkgutil import iter_modules

from flask import Flask


def add_to(app: Flask) -> None:
    """Give the application every command of this folder."""
    for module in iter_modules(__path__):
        if module.ispkg:
            continue
        app.cli.add_command(import_module(f"{__name__}.{module.name}").command)
