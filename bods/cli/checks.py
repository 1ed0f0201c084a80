"""`bods checks`: every check there is, what it asks and why, as a page in Markdown."""

import argparse

from bods.checks.page import page
from bods.cli.command import CLEAN, Command


def arguments(_: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_: argparse.Namespace) -> int:
    print(page(), end="")
    return CLEAN


COMMAND = Command("checks", "List every check, with its rule and its reason.", arguments, run)
