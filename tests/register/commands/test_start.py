"""What a server makes when it starts stays for good, and no request waits while all of it is gone through."""

import os
import subprocess
import sys
from pathlib import Path

ASKED = (
    "import gc, wsgi; print(gc.isenabled(), gc.get_freeze_count() > 100_000, len(gc.get_objects()) < 1_000)"
)


def test_what_was_made_at_the_start_is_not_gone_through_again(tmp_path: Path) -> None:
    settings = {"UMILIKI_DATA": str(tmp_path), "UMILIKI_DEMO": "yes", "UMILIKI_SECURE_COOKIES": "no"}

    asked = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={**os.environ, **settings},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=True,
        text=True,
    )

    assert asked.stdout.split() == ["True", "True", "True"]
    # A library that counts at the end what is left of it finds nothing to tell the reader of.
    assert asked.stderr == ""
