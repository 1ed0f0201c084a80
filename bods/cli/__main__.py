"""`python -m bods.cli` is `bods`."""

import sys

from bods.cli import program

if __name__ == "__main__":
    sys.exit(program())
