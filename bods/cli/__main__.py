"""`python -m bods.cli` is `bods`."""

import sys

from bods.cli import main

if __name__ == "__main__":
    sys.exit(main())
