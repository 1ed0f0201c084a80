"""What a party holds in an entity through others: ranges multiply along each path, and paths side by side add."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bods.facts.percent import NONE, WHOLE, Range


class Stake(NamedTuple):
    """How much one record holds directly in another; None where that is not known."""

    party: str
    subject: str
    share: Range | None


def held_through(stakes: Sequence[Stake], party: str, subject: str) -> Range | None:
    """Give how much of the subject the party holds by way of these stakes.

    Nobody holds more than the whole of anything, whatever the stakes add up to. None when no path leads from one to the
    other, a stake on a path is not known, or stakes go round in a circle. Time and memory grow with the number of stakes.
    """
    onward, back = defaultdict[str, list[Stake]](list), defaultdict[str, list[str]](list)
    for stake in stakes:
        onward[stake.party].append(stake)
        back[stake.subject].append(stake.party)
    between = _reached(party, {name: [stake.subject for stake in held] for name, held in onward.items()})
    between &= _reached(subject, back)
    if subject not in between:
        return None
    paths = {
        name: [stake for stake in held if stake.subject in between]
        for name, held in onward.items()
        if name in between
    }
    if any(stake.share is None for held in paths.values() for stake in held):
        return None
    return _multiplied(paths, party, subject)


def _reached(start: str, ways: Mapping[str, Iterable[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        for name in ways.get(waiting.pop(), ()):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return reached


def _multiplied(paths: Mapping[str, Sequence[Stake]], party: str, subject: str) -> Range | None:
    awaited = Counter(stake.subject for held in paths.values() for stake in held)
    if awaited[party]:
        return None
    least, most = defaultdict(lambda: NONE, {party: WHOLE}), defaultdict(lambda: NONE, {party: WHOLE})
    ready = [party]
    while ready:
        name = ready.pop()
        # Everything that leads here has been counted, or it would not be ready.
        held = Range(min(least[name], WHOLE), min(most[name], WHOLE))
        if name == subject:
            return held
        for stake in paths.get(name, ()):
            if stake.share is not None:
                least[stake.subject] += held.least * stake.share.least / WHOLE
                most[stake.subject] += held.most * stake.share.most / WHOLE
            awaited[stake.subject] -= 1
            if not awaited[stake.subject]:
                ready.append(stake.subject)
    return None
