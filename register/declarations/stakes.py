"""What each end of a chain holds in the company, directly and through others, and which of it makes an owner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bods.codelists import DirectOrIndirect, InterestType
from bods.records import Interest, Share
from register.declarations.arithmetic import NOTHING, Bounds, Through, bounds_of, walks
from register.declarations.chains import Chains
from register.declarations.draft import SUBJECT, Holding

#: Posts and interests that say who acts or is named, not who owns or controls.
NO_CONTROL = frozenset(
    {
        InterestType.BOARD_MEMBER,
        InterestType.BOARD_CHAIR,
        InterestType.NOMINEE,
        InterestType.SENIOR_MANAGING_OFFICIAL,
        InterestType.UNKNOWN_INTEREST,
        InterestType.UNPUBLISHED_INTEREST,
    }
)
MAJORITY = Decimal(50)


@dataclass(frozen=True, slots=True)
class Law:
    """From which percent on a share makes an owner, and above which percent a share controls a body."""

    threshold: Decimal
    majority: Decimal = MAJORITY


class Stakes:
    """The interests of each end in the company, worked out from the holdings.

    Beneficial ownership is said of natural persons only. A range that may reach the threshold counts as reaching it:
    a person who may be an owner is declared as one.
    """

    def __init__(self, chains: Chains, law: Law) -> None:
        self._chains, self._law = chains, law
        held = chains.holdings
        self._shares = Through({pair: bounds_of(each.shares) for pair, each in held.items() if each.shares})
        self._votes = Through({pair: bounds_of(each.votes) for pair, each in held.items() if each.votes})

    def interests(self, end: str) -> tuple[Interest, ...]:
        """The interests of one end in the company, the direct ones first."""
        straight = self._chains.holdings.get((end, SUBJECT), Holding(end, SUBJECT))
        shares, votes = self._shares.indirectly(end), self._votes.indirectly(end)
        reached = (
            self._reaches(_and(straight.shares, shares)),
            self._reaches(_and(straight.votes, votes)),
        )
        person = end in self._chains.people
        direct = _direct(straight, person, reached) if straight.key in self._chains.holdings else []
        through = self._through(end, shares, votes, reached) if walks(end, set(self._chains.holdings)) else []
        if not through and self._chains.links(end):
            # The company holds its own holder: something comes round to them, and nobody has said how much.
            through = [_indirect(InterestType.UNKNOWN_INTEREST, False, self._since(end))]
        return (*direct, *through)

    def _through(
        self, end: str, shares: Bounds | None, votes: Bounds | None, reached: tuple[bool, bool]
    ) -> list[Interest]:
        person, since = end in self._chains.people, self._since(end)
        told = [
            _indirect(kind, person and owns, since, bounds.as_share())
            for kind, bounds, owns in (
                (InterestType.SHAREHOLDING, shares, reached[0]),
                (InterestType.VOTING_RIGHTS, votes, reached[1]),
            )
            if bounds is not None
        ]
        if not any(reached) and self._controls(end):
            told.append(_indirect(InterestType.OTHER_INFLUENCE_OR_CONTROL, person, since))
        return told or [_indirect(InterestType.UNKNOWN_INTEREST, False, since)]

    def _controls(self, end: str) -> bool:
        """Whether an end, through bodies it controls one after the other, reaches a stake that counts."""
        under = self._controlled(end)
        last = [
            each for each in self._chains.holdings.values() if each.held == SUBJECT and each.holder in under
        ]
        return (
            any(_powers(each) for each in last)
            or self._reaches(_sum(each.shares for each in last))
            or self._reaches(_sum(each.votes for each in last))
        )

    def _controlled(self, end: str) -> set[str]:
        under: set[str] = set()
        reached = [end]
        while reached:
            holder = reached.pop()
            for each in self._chains.holdings.values():
                new = each.held not in under and each.held not in (end, SUBJECT)
                if each.holder == holder and new and self._conveys(each):
                    under.add(each.held)
                    reached.append(each.held)
        return under

    def _conveys(self, holding: Holding) -> bool:
        most = (_sum([holding.shares]), _sum([holding.votes]))
        return bool(_powers(holding)) or any(each.may_exceed(self._law.majority) for each in most)

    def _reaches(self, bounds: Bounds) -> bool:
        return bounds.may_reach(self._law.threshold)

    def _since(self, end: str) -> date | None:
        # The stake as it is now stands since its youngest link; unless all links are dated, nobody knows.
        days = [link.since for link in self._chains.links(end)]
        return max((day for day in days if day), default=None) if all(days) else None


def link_interests(holding: Holding) -> tuple[Interest, ...]:
    """The interests of one link within a chain: direct, and nobody's beneficial ownership by themselves."""
    return tuple(_direct(holding, False, (False, False)))


def _direct(holding: Holding, person: bool, reached: tuple[bool, bool]) -> list[Interest]:
    told = [
        _held(kind, person and owns, holding.since, share)
        for kind, share, owns in (
            (InterestType.SHAREHOLDING, holding.shares, reached[0]),
            (InterestType.VOTING_RIGHTS, holding.votes, reached[1]),
        )
        if share is not None
    ]
    told += [
        _held(kind, person and kind not in NO_CONTROL, holding.since)
        for kind in dict.fromkeys(holding.controls)
    ]
    return told or [_held(InterestType.UNKNOWN_INTEREST, False, holding.since)]


def _held(kind: InterestType, owner: bool, since: date | None, share: Share | None = None) -> Interest:
    return Interest(kind, DirectOrIndirect.DIRECT, owner, _plain(share), since)


def _indirect(kind: InterestType, owner: bool, since: date | None, share: Share | None = None) -> Interest:
    return Interest(kind, DirectOrIndirect.INDIRECT, owner, share, since)


def _plain(share: Share | None) -> Share | None:
    """The share as declared; one that says nothing (no bound at all) is left out."""
    return None if share is None or (share.minimum is None and share.maximum is None) else share


def _powers(holding: Holding) -> set[InterestType]:
    return set(holding.controls) - NO_CONTROL


def _and(share: Share | None, more: Bounds | None) -> Bounds:
    return _sum([share]).plus(more or NOTHING)


def _sum(shares: Iterable[Share | None]) -> Bounds:
    total = NOTHING
    for share in shares:
        if share is not None:
            total = total.plus(bounds_of(share))
    return total
