"""The ways from each holder to the subject: which bodies and which links they run through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bods.structures.links import Link


@dataclass(frozen=True, slots=True)
class Chains:
    """All links of the answers, and how far each body that leads to the subject is from it (the subject itself: 0)."""

    subject: str
    links: tuple[Link, ...]
    levels: Mapping[str, int]

    def between(self, holder: str) -> tuple[str, ...]:
        """Give the keys of all through whom a holder holds in the subject, those nearest to the subject first."""
        below = self._reached(holder) - {holder, self.subject}
        return tuple(sorted(below, key=lambda key: (self.levels[key], key)))

    def components(self, holder: str) -> tuple[Link, ...]:
        """Give the links on all ways from a holder to the subject, its own straight one apart, nearest first.

        What the subject holds in a body on the way belongs to them: a ring is part of the chain.
        """
        part_of = self._reached(holder)
        return tuple(
            link
            for link in self.links
            if link.holder in part_of and link.held in self.levels and link.pair != (holder, self.subject)
        )

    def leads(self, key: str) -> bool:
        """Say whether some way leads from a party to the subject."""
        return key in self.levels

    def _reached(self, holder: str) -> set[str]:
        # A holder that does not lead to the subject reaches nothing of it.
        reached: set[str] = set()
        waiting = [holder] if holder in self.levels else []
        while waiting:
            key = waiting.pop()
            if key not in reached:
                reached.add(key)
                waiting += [
                    link.held for link in self.links if link.holder == key and link.held in self.levels
                ]
        return reached


def chains(subject: str, links: Iterable[Link]) -> Chains:
    """Measure how far everybody is from the subject, and put the links in order: nearest to the subject first."""
    links = tuple(links)
    levels = _levels(subject, links)
    far = len(levels)
    ordered = sorted(links, key=lambda link: (levels.get(link.held, far), link.held, link.holder))
    return Chains(subject, tuple(ordered), levels)


def _levels(subject: str, links: tuple[Link, ...]) -> dict[str, int]:
    holders: dict[str, list[str]] = {}
    for link in links:
        holders.setdefault(link.held, []).append(link.holder)
    levels = {subject: 0}
    nearest = [subject]
    while nearest:
        above = [(key, levels[held] + 1) for held in nearest for key in holders.get(held, ())]
        nearest = []
        for key, level in above:
            if key not in levels:
                levels[key] = level
                nearest.append(key)
    return levels
