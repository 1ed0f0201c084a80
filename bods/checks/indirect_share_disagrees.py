"""The share that is declared for an indirect interest is one that its chain of components can give.

Why: an owner who declares less than the chain gives may slip under a threshold; mostly one of the figures is old.
Source: BODS 0.4, `componentRecords`; the official checker does not ask. Asked of shares, and of rights to profits and to
what is left of a company: along a path they multiply, side by side they add. It speaks only when the ranges lie more than
half a percentage point apart, which is what rounding to whole percents can do. It is silent about votes (whoever controls
a company casts all of its votes), where a share is missing or the chain does not reach or goes in circles, and where
trusts, nominations and joint arrangements take part, in which a share does not mean a part of the whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from bods.checks.check import NetworkCheck, Problem, Severity
from bods.facts import Link, Network
from bods.facts.chain import Stake, held_through
from bods.facts.link import Kind
from bods.facts.order import has_ended, last_day, standing
from bods.facts.percent import Range, share_of, together

_MULTIPLY = ("shareholding", "rightsToProfitOrIncome", "rightsToSurplusAssetsOnDissolution")
_ROUNDING = Decimal("0.5")
_NEAR = 0.4


def find(network: Network) -> Sequence[tuple[Link, Problem]]:
    for link in network.links:
        if link.details.get("componentRecords"):
            return _told(network.links)
    return ()


def _told(links: Sequence[Link]) -> Sequence[tuple[Link, Problem]]:
    stands = standing(links)
    doubtful = [
        link
        for link in stands.values()
        if link.details.get("componentRecords") and not _follows(link, stands) and not link.is_component
    ]
    if not doubtful:
        return ()
    day = last_day(links)
    return [found for link in doubtful for found in _disagreements(link, stands, day)]


def _follows(link: Link, stands: Mapping[str, Link]) -> bool:
    """Tell quickly whether the plain case is in order: one exact share of exact shares that follow each other in a line."""
    claims = [
        interest
        for interest in link.details.get("interests", ())
        if interest.get("type") in _MULTIPLY and interest.get("directOrIndirect") == "indirect"
    ]
    if not claims:
        return True
    kind = claims[0].get("type")
    figure = _figure(claims, kind)
    parts = [stands[name] for name in link.details.get("componentRecords", ()) if name in stands]
    by_subject = {part.subject: part for part in parts}
    if figure is None or len(by_subject) != len(parts):
        return False
    product, subject, party = 100.0, link.subject, link.party
    while subject != party:
        part = by_subject.pop(subject, None)
        share = None if part is None else _figure(part.details.get("interests", ()), kind)
        if part is None or share is None:
            return False
        product *= share / 100
        subject = part.party
    return not by_subject and abs(figure - product) < _NEAR


def _figure(interests: Sequence[Mapping[str, Any]], kind: object) -> float | None:
    if len(interests) != 1 or interests[0].get("type") != kind or "endDate" in interests[0]:
        return None
    share: Mapping[str, float] = interests[0].get("share", {})
    return share.get("exact")


def _disagreements(link: Link, stands: Mapping[str, Link], day: str) -> Iterator[tuple[Link, Problem]]:
    chain = [stands[component] for component in dict.fromkeys(link.components) if component in stands]
    if not any(map(_is_shared_otherwise, chain)):
        for kind in _MULTIPLY:
            yield from _disagreement(link, chain, kind, day)


def _is_shared_otherwise(link: Link) -> bool:
    return _is_arrangement(link.subject_kind) or _is_arrangement(link.party_kind)


def _is_arrangement(kind: Kind | None) -> bool:
    return kind is not None and (kind.entity_type == "arrangement" or kind.subtype == "trust")


def _disagreement(link: Link, chain: Sequence[Link], kind: str, day: str) -> Iterator[tuple[Link, Problem]]:
    place, declared = _declared(link, kind, day)
    if declared is None or link.party is None or link.subject is None:
        return
    stakes = [
        Stake(part.party, part.subject, _directly(part, kind, day))
        for part in chain
        if part.party is not None and part.subject is not None
    ]
    if any(stake.party == link.party and stake.subject == link.subject for stake in stakes):
        return
    given = held_through(stakes, link.party, link.subject)
    if given is not None and _are_apart(declared, given):
        yield (
            link,
            Problem(
                f"/recordDetails/interests/{place}/share",
                f"The indirect {kind} is said to be {declared}; its components give {given}.",
            ),
        )


def _declared(link: Link, kind: str, day: str) -> tuple[int, Range | None]:
    of_kind = [
        (place, interest)
        for place, interest in enumerate(link.interests)
        if interest.get("type") == kind and not has_ended(interest, day)
    ]
    indirect = [(place, interest) for place, interest in of_kind if _way(interest) == "indirect"]
    if not indirect or any(_way(interest) not in ("direct", "indirect") for _, interest in of_kind):
        return 0, None
    return indirect[0][0], together(share_of(interest) for _, interest in indirect)


def _directly(link: Link, kind: str, day: str) -> Range | None:
    return together(
        None if _way(interest) == "indirect" else share_of(interest)
        for interest in link.interests
        if interest.get("type") == kind and not has_ended(interest, day)
    )


def _way(interest: Mapping[str, Any]) -> object:
    return interest.get("directOrIndirect")


def _are_apart(one: Range, other: Range) -> bool:
    return one.least > other.most + _ROUNDING or one.most < other.least - _ROUNDING


CHECK = NetworkCheck(
    severity=Severity.LOOK,
    remedy="Correct the share here or in the components; if the law counts it in another way, say so in its details.",
    find=find,
)
