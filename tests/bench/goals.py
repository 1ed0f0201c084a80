"""Prints ratios, and at the end which goals hold."""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Goals:
    """The goals of one benchmark, in the order in which they were measured."""

    title: str
    said: list[tuple[bool, str]] = field(default_factory=list)

    def at_least(self, what: str, ratio: float, goal: float) -> None:
        """A ratio that should not be smaller."""
        self._say(ratio >= goal, f"{what}: {ratio:.1f} (goal: at least {goal:g})")

    def at_most(self, what: str, ratio: float, goal: float) -> None:
        """A ratio that should not be larger."""
        self._say(ratio <= goal, f"{what}: {ratio:.2f} (goal: at most {goal:g})")

    def _say(self, holds: bool, words: str) -> None:
        self.said.append((holds, words))
        print(f"  {'holds' if holds else 'MISSED'}  {words}")

    def done(self) -> None:
        """The last line, and the exit code."""
        held = sum(holds for holds, _ in self.said)
        print(f"{self.title}: {held} of {len(self.said)} goals hold")
        sys.exit(0 if held == len(self.said) else 1)


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The best of several runs, in seconds of this process's CPU."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def peak_megabytes() -> float:
    """The most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
