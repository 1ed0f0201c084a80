"""What each end of a chain holds in the company, directly and through others, and which of it makes an owner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bods.codelists import InterestType
from bods.records import Share
from bods.structures import Stake, Trust
from register.declarations.arithmetic import NOTHING, Bounds, Through, bounds_of, walks
from register.declarations.chains import Chains
from register.declarations.draft import SUBJECT, EntityKind, IndirectClaim, Term
from register.declarations.measures import shares_held, votes_held
from register.declarations.standing import MEASURED, Link, fits

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
_SHARES, _VOTES = MEASURED
#: What is stated of a link of which nothing is said: the first that fits the body.
_UNTOLD = (InterestType.UNKNOWN_INTEREST, InterestType.OTHER_INFLUENCE_OR_CONTROL)


@dataclass(frozen=True, slots=True)
class Law:
    """From which percent on a share makes an owner, and above which percent a share controls a body."""

    threshold: Decimal
    majority: Decimal = MAJORITY


class Stakes:
    """The stakes of each end in the company, worked out from the links.

    Beneficial ownership is said of natural persons only. A range that may reach the threshold counts as reaching it:
    a person who may be an owner is declared as one. Who holds with others counts with all that they hold together.
    """

    def __init__(self, chains: Chains, law: Law, claims: Mapping[str, IndirectClaim] | None = None) -> None:
        self._chains, self._law = chains, law
        # Nobody holds shares in a trust, not even through others.
        self._measured = fits(_SHARES, chains.kinds[SUBJECT])
        self._claims = (claims or {}) if self._measured else {}
        self._shares, self._votes = Through(shares_held(chains)), Through(votes_held(chains))
        self._joint_shares = Through(shares_held(chains, jointly=True))
        self._joint_votes = Through(votes_held(chains, jointly=True))

    def direct(self, link: Link) -> tuple[Stake, ...]:
        """The stakes of one link, those that are over last; a link within a chain is nobody's ownership by itself."""
        owner = link.held == SUBJECT and link.holder in self._chains.people
        reached = self._reached(link.holder) if owner else {}
        told = [_stake(each, owner and _owns(each, reached)) for each in link.interests]
        if not told:
            told = [Stake(kind) for kind in _UNTOLD if fits(kind, self._chains.kinds[link.held])][:1]
        alone = {kind: self._reaches(_sum([_share_of(link.over, kind)])) for kind in MEASURED}
        return (*told, *(_stake(each, owner and _owns(each, alone)) for each in link.over))

    def indirect(self, end: str) -> tuple[Stake, ...]:
        """What an end holds through others, all its chains together; nothing when no chain of it runs through others.

        Whoever says so holds through others though no chain is told.
        """
        if walks(end, set(self._chains.holdings)) or self._says_so(end):
            return tuple(self._through(end))
        if self._chains.links(end):
            # The company holds its own holder: something comes round to them, and nobody has said how much.
            return (Stake(self._at_least(end), since=self._since(end)),)
        return ()

    def computed(self, end: str) -> tuple[Bounds | None, Bounds | None]:
        """Shares and votes that the chains of an end give, as parts of the whole; None where no chain tells throughout."""
        return self._shares.indirectly(end), self._votes.indirectly(end)

    def _says_so(self, end: str) -> bool:
        claim = self._claims.get(end)
        return claim is not None and (claim.shares is not None or claim.votes is not None)

    def _through(self, end: str) -> list[Stake]:
        person, since = end in self._chains.people, self._since(end)
        reached = self._reached(end)
        told = [
            Stake(kind, share, since, beneficial=person and reached[kind])
            for kind, share in self._shares_through(end).items()
        ]
        if not any(reached.values()) and self._controls(end):
            told.append(Stake(InterestType.OTHER_INFLUENCE_OR_CONTROL, since=since, beneficial=person))
        return told or [Stake(self._at_least(end), since=since)]

    def _shares_through(self, end: str) -> dict[InterestType, Share]:
        """The shares that the chains give, or that the holder says, where the chains leave it open."""
        claim = self._claims.get(end, IndirectClaim(end))
        said = (claim.shares, claim.votes)
        found: dict[InterestType, Share] = {}
        for kind, bounds, share in zip(MEASURED, self.computed(end), said, strict=True):
            if share is not None and (bounds is None or within(share, bounds)):
                found[kind] = share
            elif bounds is not None:
                found[kind] = bounds.as_share()
        return found

    def _reached(self, end: str) -> dict[InterestType, bool]:
        straight = self._chains.holdings.get((end, SUBJECT), Link(end, SUBJECT))
        claim = self._claims.get(end, IndirectClaim(end))
        return {
            kind: self._reaches(_and(share, through.indirectly(end) or _claimed(said)))
            for kind, share, through, said in (
                (_SHARES, straight.shares, self._joint_shares, claim.shares),
                (_VOTES, straight.votes, self._joint_votes, claim.votes),
            )
        }

    def _at_least(self, end: str) -> InterestType:
        # Who takes part in a trust has a say in what it holds, however little that is.
        in_trust = any(link.kinds & Trust.roles for link in self._chains.links(end))
        in_trust = in_trust or not self._measured
        return InterestType.OTHER_INFLUENCE_OR_CONTROL if in_trust else InterestType.UNKNOWN_INTEREST

    def _controls(self, end: str) -> bool:
        """Whether an end, through bodies it controls one after the other, reaches a stake that counts."""
        under = self._controlled(end)
        last = [
            each for each in self._chains.holdings.values() if each.held == SUBJECT and each.holder in under
        ]
        return (
            any(self._rules(each) for each in last)
            or self._reaches(_sum(each.shares for each in last))
            or self._reaches(_sum(each.votes for each in last))
        )

    def _rules(self, link: Link) -> bool:
        # A seat that a nominee takes for somebody is that one's influence.
        by_nominee = self._chains.kinds.get(link.holder) is EntityKind.NOMINEE_AGREEMENT
        return bool(_powers(link)) or (by_nominee and bool(link.kinds))

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

    def _conveys(self, link: Link) -> bool:
        if self._chains.kinds[link.held] is EntityKind.JOINT_HOLDING:
            return True
        most = (_sum([link.shares]), _sum([link.votes]))
        return self._rules(link) or any(each.may_exceed(self._law.majority) for each in most)

    def _reaches(self, bounds: Bounds) -> bool:
        return bounds.may_reach(self._law.threshold)

    def _since(self, end: str) -> date | None:
        # The stake as it is now stands since its youngest link; unless all links are dated, nobody knows.
        days = [link.since for link in self._chains.links(end)]
        return max((day for day in days if day), default=None) if all(days) else None


def within(share: Share, bounds: Bounds) -> bool:
    """Whether a share somebody says can be the one that a chain gives."""
    said = bounds_of(share)
    return said.low <= bounds.high and bounds.low <= said.high


def _stake(term: Term, owner: bool) -> Stake:
    return Stake(
        term.interest,
        _plain(term.share),
        term.since,
        term.until,
        details=term.details or None,
        beneficial=owner,
    )


def _owns(term: Term, reached: Mapping[InterestType, bool]) -> bool:
    return reached[term.interest] if term.interest in MEASURED else term.interest not in NO_CONTROL


def _share_of(terms: Iterable[Term], kind: InterestType) -> Share | None:
    return next((each.share for each in terms if each.interest is kind), None)


def _plain(share: Share | None) -> Share | None:
    """The share as declared; one that says nothing (no bound at all) is left out."""
    return None if share is None or (share.minimum is None and share.maximum is None) else share


def _powers(link: Link) -> frozenset[InterestType]:
    return link.kinds - NO_CONTROL


def _claimed(share: Share | None) -> Bounds | None:
    return bounds_of(share) if share else None


def _and(share: Share | None, more: Bounds | None) -> Bounds:
    return _sum([share]).plus(more or NOTHING)


def _sum(shares: Iterable[Share | None]) -> Bounds:
    total = NOTHING
    for share in shares:
        if share is not None:
            total = total.plus(bounds_of(share))
    return total
