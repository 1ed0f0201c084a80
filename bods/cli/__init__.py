"""`bods`: the standard on the command line, one command a file; the folder is the list of them."""

import argparse
import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from functools import lru_cache

from bods.cli.command import UNREADABLE, Command

__all__ = ["commands", "main", "program"]

_SHARED = {"command", "files", "saying", "telling"}


@lru_cache(maxsize=1)
def commands() -> Sequence[Command]:
    """Give every command of this folder."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name not in _SHARED)
    return [importlib.import_module(f"{__name__}.{name}").COMMAND for name in names if name != "__main__"]


#: Objects made before the collector of garbage looks at the young, and how often it looks at the older ones.
_YOUNG, _OLDER, _OLD = 50_000, 20, 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the answer is the exit code: 0 clean, 1 faults were found, 2 a file could not be read."""
    parser = argparse.ArgumentParser(prog="bods", description="Beneficial ownership data, by BODS 0.4.")
    chosen = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in commands():
        own = chosen.add_parser(command.name, help=command.help, description=command.help)
        command.arguments(own)
        own.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our answer has read enough, as `head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREADABLE
    return code


def program() -> int:
    """Run a command in a process of its own, where the collector of garbage may pass over what stays anyway."""
    commands()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLDER, _OLD)
    return main()
