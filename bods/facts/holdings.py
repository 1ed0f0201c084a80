"""What the relationships of a network say is held, and from which day to which."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from bods.facts.link import Link
from bods.facts.order import day_of, in_order
from bods.facts.percent import share_of

_NEVER = "~"

#: What may be added up: one kind of interest in one subject, components apart from primaries.
HoldingKind: TypeAlias = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Holding:
    """The least that one interest can be (percent), from a day on until before another; `link` says so."""

    link: Link
    least: Decimal
    since: str
    until: str
    is_direct: bool
    components: frozenset[str]

    @property
    def is_of_a_person(self) -> bool:
        kind = self.link.party_kind
        return kind is not None and kind.type == "person"


def holdings(
    links: Sequence[Link], kinds: Collection[HoldingKind]
) -> Mapping[HoldingKind, Sequence[Holding]]:
    """Give the holdings of these kinds, each kind in the order of the statements' dates.

    What a statement says holds from its day until the next statement about the record; of one day the last counts. They
    are looked at on days that statements speak of, so each begins on one of those.
    """
    ordered = in_order(links)
    days = sorted(set(map(day_of, links)))
    followed: dict[str, str] = {}
    ends = []
    for link in reversed(ordered):
        ends.append(followed.get(link.record_id, _NEVER))
        followed[link.record_id] = day_of(link)
    found: defaultdict[HoldingKind, list[Holding]] = defaultdict(list)
    for link, until in zip(ordered, reversed(ends), strict=True):
        if link.status != "closed" and link.subject is not None:
            for interest in link.interests:
                kind = (link.subject, interest.get("type", ""), link.is_component)
                if kind in kinds:
                    found[kind] += _holding(link, interest, until, days)
    return found


def _holding(link: Link, interest: Mapping[str, Any], until: str, days: Sequence[str]) -> Sequence[Holding]:
    share = share_of(interest)
    first = bisect_left(days, max(day_of(link), interest.get("startDate", "")))
    until = min(until, interest.get("endDate", _NEVER))
    if share is None or not share.least or first == len(days) or days[first] >= until:
        return ()
    way = interest.get("directOrIndirect")
    components = frozenset(link.components) if way == "indirect" else frozenset[str]()
    return (Holding(link, share.least, days[first], until, way == "direct", components),)
