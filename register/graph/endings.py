"""In whom a company ends: how much of it, all chains together, is people's, public bodies', nobody's, or not told."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from bods.codelists import EntityType, UnspecifiedReason
from register.graph.condensation import interests_among
from register.graph.control import reachable_in
from register.graph.holdings import Holding
from register.graph.picture import Party, PartyKind, Picture
from register.graph.remembering import remembered
from register.graph.shares import HUNDRED, NOTHING, UNSAID, WHOLE, ZERO, Range

STATES = frozenset({EntityType.STATE.value, EntityType.STATE_BODY.value})
EXEMPT = frozenset(
    {
        UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE.value,
        UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE.value,
    }
)
#: Stands behind the key of a company for whoever holds what nobody told of it.
_UNTOLD = "#untold"


class End(StrEnum):
    """What stands at the upper end of a chain."""

    NAMED = "named"
    #: A listed company, a state, or a body of a state: nobody need be named above it.
    PUBLIC = "public"
    #: Somebody who exists, and whom the law lets nobody name.
    WITHHELD = "withheld"
    #: Nobody, or somebody whom nobody could name.
    NOBODY = "nobody"
    #: A body above which nobody is told.
    BARE = "bare"
    #: Companies that belong to each other and to nobody else.
    CIRCLE = "circle"
    #: The part of a company's shares of which nobody said whose it is.
    UNTOLD = "untold"


#: Ends where a named person or a public body is wanting.
NOT_NAMED = frozenset({End.WITHHELD, End.NOBODY, End.BARE, End.CIRCLE})


@dataclass(frozen=True, slots=True)
class Ending:
    """One end: the party there (of what is not told, the company whose shares they are), and its part of the company."""

    end: End
    party: str
    share: Range


@remembered
def endings_of(picture: Picture, company: str) -> tuple[Ending, ...]:
    """Give every end of a company's chains. Their parts, each somewhere in its range, make up the whole.

    Where no shares of a body are told its votes stand in for them, else it goes, nobody knows in what parts, to those
    who have it in their power. An arrangement belongs wholly to those in it.
    """
    above = _links_above(picture, company)
    closed = _closed(above)
    links = {held: told for held, told in above.items() if held not in closed}
    if not above[company] or company in closed:
        return (Ending(_end_of(picture, company, closed), company, WHOLE),)
    interests = interests_among(links, company)
    ends = [key for key in interests if key in closed or not above.get(key)]
    told = tuple(
        Ending(_end_of(picture, key, closed), key.removesuffix(_UNTOLD), interests[key])
        for key in ends
        if interests[key].high > 0
    )
    return tuple(replace(each, share=_alone(each, told)) for each in told)


def _alone(ending: Ending, told: tuple[Ending, ...]) -> Range:
    """Give the part of one end, narrowed by what the others leave."""
    return ending.share if ending.share.exact else part_of(told, lambda each: each is ending)


def part_of(endings: Iterable[Ending], chosen: Callable[[Ending], bool]) -> Range:
    """Give how much of the company has one of the chosen ends: what they surely or perhaps have, and the others leave."""
    told = tuple(endings)
    mine = _sum(each.share for each in told if chosen(each))
    others = _sum(each.share for each in told if not chosen(each))
    low, low_excluded = max((mine.low, mine.low_excluded), (HUNDRED - others.high, others.high_excluded))
    high, high_included = min(
        (mine.high, not mine.high_excluded), (HUNDRED - others.low, not others.low_excluded)
    )
    # Shares that add up to more than the whole leave the others less than nothing.
    return (
        mine
        if low > high
        else Range(low, high, low_excluded and low < high, not high_included and low < high)
    )


def _sum(shares: Iterable[Range]) -> Range:
    return reduce(Range.plus, shares, NOTHING)


def _links_above(picture: Picture, company: str) -> dict[str, tuple[Holding, ...]]:
    into = reachable_in(picture).into
    links: dict[str, tuple[Holding, ...]] = {}
    waiting = [company]
    while waiting:
        held = waiting.pop()
        if held not in links:
            party = picture.parties.get(held)
            links[held] = (
                () if party is None or _is_an_end(party) else _links(picture, party, into.get(held, ()))
            )
            waiting.extend(each.holder for each in links[held])
    return links


def _is_an_end(party: Party) -> bool:
    return party.kind is not PartyKind.ENTITY or party.listed or party.entity_type in STATES


def _links(picture: Picture, body: Party, holdings: Sequence[Holding]) -> tuple[Holding, ...]:
    told = [each for each in holdings if each.shares and each.shares.high > 0]
    told = told or [
        replace(each, shares=each.votes) for each in holdings if each.votes and each.votes.high > 0
    ]
    silent = [
        each
        for each in holdings
        if each not in told and picture.parties[each.holder].kind is PartyKind.UNKNOWN
    ]
    if not told:
        powers = [each for each in holdings if each.powers or each.perhaps or each in silent]
        return tuple(replace(each, shares=UNSAID) for each in powers)
    rest = _rest([each.shares for each in told if each.shares])
    if rest.high == 0:
        return tuple(told)
    if body.entity_type == EntityType.ARRANGEMENT:
        return tuple(replace(each, shares=_raised(each.shares, rest)) for each in told)
    nobody = replace(
        told[0], holder=f"{body.key}{_UNTOLD}", powers=frozenset(), perhaps=frozenset(), stakes=()
    )
    return (*told, replace(silent[0] if silent else nobody, shares=rest))


def _rest(shares: list[Range]) -> Range:
    low, high = (
        sum(bounds, ZERO) for bounds in zip(*((each.low, each.high) for each in shares), strict=True)
    )
    return Range(max(ZERO, HUNDRED - high), max(ZERO, HUNDRED - low))


def _raised(share: Range | None, rest: Range) -> Range | None:
    return share and replace(share, high=min(HUNDRED, share.high + rest.high))


def _closed(links: Mapping[str, tuple[Holding, ...]]) -> frozenset[str]:
    """Give the companies above which there is no end at all: they belong to each other."""
    below: dict[str, list[str]] = defaultdict(list)
    for held, told in links.items():
        for each in told:
            below[each.holder].append(held)
    waiting = [key for key, told in links.items() if not told]
    open_ones: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in open_ones:
            open_ones.add(key)
            waiting.extend(below[key])
    return frozenset(links.keys() - open_ones)


def _end_of(picture: Picture, key: str, closed: frozenset[str]) -> End:
    if key.endswith(_UNTOLD):
        return End.UNTOLD
    if key in closed:
        return End.CIRCLE
    party = picture.parties[key]
    if party.kind is PartyKind.PERSON:
        return End.NAMED
    if party.kind is PartyKind.UNKNOWN:
        return End.WITHHELD if party.unspecified_reason in EXEMPT else End.NOBODY
    return End.PUBLIC if _is_an_end(party) else End.BARE
