"""The register with a sudden death planted in it: the process is killed when the first file of findings is written.

Never import it into a test: whoever asks an engine of this process to write dies.
"""

import os
import signal
from functools import partial
from pathlib import Path

from register.actions import screen_all
from register.bulk.duck import Duck
from register.bulk.engine import Engine
from register.bulk.spark import Spark
from register.commands import screen_all as command
from tests.register.bulk.test_spark import QUICK
from wsgi import app

__all__ = ["app"]


def dies(engine: type[Engine]) -> None:
    """Let an engine write one file, and no more."""
    write = engine.write

    def once(self: Engine, query: str, path: Path) -> None:
        write(self, query, path)
        os.kill(os.getpid(), signal.SIGKILL)

    engine.write = once  # type: ignore[method-assign]


class _Straight(type(Path())):  # type: ignore[misc]  # whatever paths are on this machine
    """A place that is its own neighbour."""

    def with_name(self, _name: str) -> "_Straight":
        return self


for each in (Duck, Spark):
    dies(each)
command.Spark = partial(Spark, settings=QUICK)  # type: ignore[attr-defined,assignment]
if os.environ.get("CARELESS"):
    written = screen_all.written
    screen_all.written = lambda engine, told, out, law: written(engine, told, _Straight(out), law)
