"""Files named on the command line: opened, read with a bar that shows how far, written whole or not at all."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from tqdm import tqdm

STANDARD = "-"


def reads_files(parser: argparse.ArgumentParser) -> None:
    """Let a command take files to read."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="JSON or JSON Lines, may be gzipped; - reads what comes in"
    )
    parser.add_argument("--quiet", action="store_true", help="show no bar while reading")


def title(name: str) -> str:
    """Name a file as people know it."""
    return "standard input" if name == STANDARD else name


@contextmanager
def opened(name: str, *, quiet: bool) -> Iterator[BinaryIO]:
    """Open a file for reading; a bar on the error stream shows how far, when a person looks at it.

    Raises OSError.
    """
    if name == STANDARD:
        yield sys.stdin.buffer
        return
    path = Path(name)
    with path.open("rb") as file:
        size = path.stat().st_size
        hidden = True if quiet else None  # None: shown on a terminal only
        with tqdm.wrapattr(file, "read", total=size, desc=path.name, disable=hidden, leave=False) as counted:
            yield cast("BinaryIO", counted)


@contextmanager
def written(name: str | None) -> Iterator[BinaryIO]:
    """Open a file for writing, "-" or None for the standard output; if anything fails, the file is as it was before."""
    if name is None or name == STANDARD:
        yield sys.stdout.buffer
        return
    path = Path(name)
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield cast("BinaryIO", file)
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def complain(name: str, fault: Exception) -> None:
    """Say on the error stream why a file could not be read or written."""
    reason = fault.strerror if isinstance(fault, OSError) else fault
    print(f"{title(name)}: {reason}", file=sys.stderr)
