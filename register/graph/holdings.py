"""What each party holds in another, ready to reckon with: one line a pair, and no share above what is left."""

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal

from register.graph.picture import Control, Picture, Stake
from register.graph.remembering import remembered
from register.graph.shares import HUNDRED, ZERO, Range

#: Ways to have a company in one's power.
POWERS = frozenset({Control.BOARD, Control.INFLUENCE, Control.RULES, Control.TRUST, Control.NOMINATOR})
#: Ways that may come to that; the declaration does not tell enough.
PERHAPS = frozenset({Control.CONTRACT, Control.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Holding:
    """Everything one party holds in another, with the stakes that say so.

    A stake of which nobody can tell whether it held on the day counts from nothing up to what it says, and its powers
    are `perhaps`. `votes` are the shares where no votes are told.
    """

    holder: str
    held: str
    shares: Range | None
    votes: Range | None
    powers: frozenset[Control]
    perhaps: frozenset[Control]
    stakes: tuple[Stake, ...]


@remembered
def holdings_of(picture: Picture) -> tuple[Holding, ...]:
    """Give one holding for each pair of parties; holdings of oneself are left in."""
    pairs: dict[tuple[str, str], list[Stake]] = defaultdict(list)
    for stake in picture.stakes:
        pairs[stake.holder, stake.held].append(stake)
    holdings = [_holding(holder, held, tuple(stakes)) for (holder, held), stakes in pairs.items()]
    into: dict[str, list[Holding]] = defaultdict(list)
    for holding in holdings:
        into[holding.held].append(holding)
    return tuple(_within_the_whole(holding, into[holding.held]) for holding in holdings)


@remembered
def counted_together(picture: Picture) -> tuple[Holding, ...]:
    """Give the same holdings as the law's threshold counts them: who holds jointly has all that they hold together.

    The very same where nobody holds jointly. Source: Companies (Beneficial Ownership Information) Regulations 2020: held
    "individually or jointly".
    """
    holdings = holdings_of(picture)
    if not any(picture.parties[each.held].joint for each in holdings):
        return holdings
    return tuple(_with_the_others(each) if picture.parties[each.held].joint else each for each in holdings)


def _with_the_others(holding: Holding) -> Holding:
    sure = any(stake.held_then for stake in holding.stakes)
    whole = Range(HUNDRED if sure else ZERO, HUNDRED)
    return replace(holding, shares=whole, votes=whole)


def _holding(holder: str, held: str, stakes: tuple[Stake, ...]) -> Holding:
    shares = _largest([_surely(stake.shares, stake) for stake in stakes if stake.shares])
    votes = _largest([_surely(stake.votes, stake) for stake in stakes if stake.votes])
    sure = frozenset(each for stake in stakes if stake.held_then for each in stake.controls)
    unsure = frozenset(each for stake in stakes if not stake.held_then for each in stake.controls)
    return Holding(
        holder,
        held,
        shares,
        votes or shares,
        powers=sure & POWERS,
        perhaps=(sure & PERHAPS) | (unsure & (POWERS | PERHAPS)),
        stakes=stakes,
    )


def _surely(share: Range, stake: Stake) -> Range:
    return share if stake.held_then else replace(share, low=ZERO, low_excluded=False)


def _largest(shares: list[Range]) -> Range | None:
    """Two records of one pair may tell one share twice, so they are never added."""
    largest = shares[0] if shares else None
    for share in shares[1:]:
        largest = largest.at_least_as(share) if largest else share
    return largest


def _within_the_whole(holding: Holding, beside: list[Holding]) -> Holding:
    others = [each for each in beside if each.holder != holding.holder]
    return replace(
        holding,
        shares=_left(holding.shares, [each.shares for each in others]),
        votes=_left(holding.votes, [each.votes for each in others]),
    )


def _left(share: Range | None, others: list[Range | None]) -> Range | None:
    """Cut a range's upper bound to what the others surely leave of the whole."""
    if share is None or share.exact:
        return share
    told = [each for each in others if each is not None]
    left = HUNDRED - sum((each.low for each in told), Decimal(0))
    if left >= share.high or left < share.low or (left == share.low and share.low_excluded):
        return share
    excluded = any(each.low_excluded for each in told) and left > share.low
    return replace(share, high=left, high_excluded=excluded)
