"""Entities do not own each other in a circle.

Why: each owner in a circle points to the next, and no person need ever be named; what such companies are worth, and who
votes in them, is counted twice.
Source: BODS 0.4 does not forbid it, and the official checker does not ask. Asked of each declaration subject's network as
it stands by the last statements: closed relationships, ended interests, and interests that give no share in votes,
profits or assets are left out. Every knot of circles is told, by one circle at least; one in itself by `self_ownership`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from bods.checks.check import NetworkCheck, Problem, Severity
from bods.facts import Link, Network
from bods.facts.order import has_ended, last_day, standing

_OWNING = frozenset({
    "shareholding",
    "votingRights",
    "rightsToSurplusAssetsOnDissolution",
    "rightsToProfitOrIncome",
    "beneficiaryOfLegalArrangement",
    "enjoymentAndUseOfAssets",
    "rightToProfitOrIncomeFromAssets",
})  # fmt: skip
_ROUNDS = 4
_MOST = 20
_NAMED = 8

#: Of each holder, the entities that it holds, each with the relationship that says so.
_Held: TypeAlias = Mapping[str, Mapping[str, Link]]


def find(network: Network) -> Sequence[tuple[Link, Problem]]:
    ties = [
        (link.party, link.subject)
        for link in network.links
        if (kind := link.party_kind) is not None and kind.type == "entity" and link.subject is not None
    ]
    if not ties or not _may_be_knotted(ties):
        return ()
    return [
        (link, Problem("/recordDetails/interestedParty", _sentence(circle)))
        for link, circle in _circles(_held(network.links))
    ]


def _may_be_knotted(ties: Sequence[tuple[str | None, str | None]]) -> bool:
    """Tell quickly whether something is left when whoever is not held, or holds nothing, is taken off a few times."""
    for _ in range(_ROUNDS):
        holders, held = {party for party, _ in ties}, {subject for _, subject in ties}
        left = [tie for tie in ties if tie[0] in held and tie[1] in holders]
        if len(left) == len(ties):
            return True
        if not left:
            return False
        ties = left
    return True


def _held(links: Sequence[Link]) -> _Held:
    day = last_day(links)
    held: defaultdict[str, dict[str, Link]] = defaultdict(dict)
    for link in standing(links).values():
        kind = link.party_kind
        if kind is None or kind.type != "entity" or link.party is None or link.subject is None:
            continue
        if link.party != link.subject and any(_owns(interest, day) for interest in link.interests):
            held[link.party][link.subject] = link
    return held


def _owns(interest: Mapping[str, Any], day: str) -> bool:
    return interest.get("type") in _OWNING and not has_ended(interest, day)


def _circles(held: _Held) -> Iterator[tuple[Link, Sequence[str]]]:
    """Follow everything that is held, and give each circle where it closes."""
    done: set[str] = set()
    told = 0
    for start in held:
        path: dict[str, Iterator[tuple[str, Link]]] = {start: iter(held[start].items())}
        names = [] if start in done else [start]
        while names:
            step = next(path[names[-1]], None)
            if step is None:
                done.add(names[-1])
                del path[names.pop()]
            elif step[0] in path:
                yield step[1], names[names.index(step[0]) :]
                told += 1
                if told == _MOST:
                    return
            elif step[0] not in done:
                names.append(step[0])
                path[step[0]] = iter(held.get(step[0], {}).items())


def _sentence(circle: Sequence[str]) -> str:
    named = ", ".join(circle[:_NAMED])
    if len(circle) > _NAMED:
        named += f", {len(circle) - _NAMED} more"
    return f"These entities own each other in a circle: {named}, and again {circle[0]}."


CHECK = NetworkCheck(
    severity=Severity.LOOK,
    remedy="Look whether the circle is real, and whether all persons behind these entities are named.",
    find=find,
)
