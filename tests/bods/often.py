"""How often a property is tried: a sample in each run, many more with BARS=full."""

import os

from hypothesis import settings

_MORE = 20 if os.environ.get("BARS") == "full" else 1


def tried(times: int = 100) -> settings:
    """Try a property so many times, twenty times that with BARS=full; a busy machine is no failure."""
    return settings(max_examples=times * _MORE, deadline=None)
