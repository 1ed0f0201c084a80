"""Whose network each record belongs to, which old files do not say.

The subject of a declaration is a company that others hold and that holds nothing itself. Going up from it, from the
held to the holders, leads to all that belongs to its network. Where no such company is to be found, the holdings run in
a circle, and the first company held stands for it. A record by itself is its own subject.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Holdings:
    """Who holds whom, record by record, in the order of the file."""

    holders: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    holding: set[str] = field(default_factory=set)

    def add(self, subject: str, party: str | None) -> None:
        """Add one relationship; `party` is None when nobody is named."""
        holders = self.holders[subject]
        if party is not None:
            holders.append(party)
            self.holding.add(party)


@dataclass(frozen=True, slots=True)
class Subjects:
    """The declaration subject of each record that is held or holds; and those where it had to be chosen."""

    of: Mapping[str, str]
    chosen: frozenset[str]


def subjects(holdings: Holdings, known: Mapping[str, str]) -> Subjects:
    """Give the subjects; `known` are those that statements of 0.4 in the same file tell."""
    of: dict[str, str] = dict(known)
    chosen: set[str] = set()
    for record_id, subject in known.items():
        _go_up(record_id, subject, holdings, of, chosen)
    for held in holdings.holders:
        if held not in holdings.holding and held not in of:
            _go_up(held, held, holdings, of, chosen)
    for held in holdings.holders:
        if held not in of:
            chosen.add(held)
            _go_up(held, held, holdings, of, chosen)
    return Subjects(of, frozenset(_with_holders(chosen, holdings)))


def _go_up(start: str, subject: str, holdings: Holdings, of: dict[str, str], chosen: set[str]) -> None:
    of[start] = subject
    waiting = [start]
    while waiting:
        for holder in holdings.holders.get(waiting.pop(), ()):
            if holder not in of:
                of[holder] = subject
                waiting.append(holder)
            elif of[holder] != subject:
                chosen.add(holder)


def _with_holders(start: Iterable[str], holdings: Holdings) -> set[str]:
    found, waiting = set(start), list(start)
    while waiting:
        for holder in holdings.holders.get(waiting.pop(), ()):
            if holder not in found:
                found.add(holder)
                waiting.append(holder)
    return found
