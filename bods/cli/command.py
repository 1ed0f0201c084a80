"""The shape of a command, and what its exit codes mean."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

CLEAN, FAULTY, UNREADABLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it does, which arguments it takes, and how it runs; `run` gives the exit code."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
