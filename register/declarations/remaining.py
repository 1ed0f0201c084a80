"""What the answers leave unexplained, and whether somebody who is not named can be an owner by it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from register.declarations.arithmetic import NOTHING, Bounds, Pair, Through
from register.declarations.chains import Chains, chains_of
from register.declarations.draft import SUBJECT, Draft, EntityKind
from register.declarations.gaps_in_bodies import OWNERLESS
from register.declarations.measures import shares_held, votes_held
from register.declarations.stakes import Law
from register.words import N_

#: Stands for all those who are not named.
_SOMEBODY = "somebody"
#: Nobody holds a part of these besides those who take part in them.
_WITHOUT_PARTS = frozenset({EntityKind.TRUST, EntityKind.NOMINEE_AGREEMENT, EntityKind.JOINT_HOLDING})
#: Members of these have a say and often no share: what they hold is left only where somebody's share is told.
_OF_MEMBERS = frozenset({EntityKind.ASSOCIATION, EntityKind.SELF_HELP_GROUP, EntityKind.OTHER})


@dataclass(frozen=True, slots=True)
class Left:
    """How much of the company is left by one measure (shares, or votes), in percent.

    `at_least` nobody told of; `at_most` can be left, when what was told as a range lies low. `unnamed` is the most that one
    person who is not named can hold in the company, `behind` the bodies in which a part of it may be.
    """

    at_least: Decimal
    at_most: Decimal
    unnamed: Decimal
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left by shares and by votes, and what it means, in a sentence (a msgid with `facts`).

    `can_reach` says whether somebody who is not named can be an owner by share or vote.
    """

    shares: Left
    votes: Left
    can_reach: bool
    message: str
    facts: Mapping[str, str] = field(default_factory=dict)


def remaining(draft: Draft, law: Law, today: date | None = None) -> Remaining:
    """Give what is left unexplained; without a day, whatever has an end date is over."""
    chains = chains_of(draft, today)
    shares, votes = _left(chains, shares_held), _left(chains, votes_held)
    most = max(shares.unnamed, votes.unnamed if _votes_told(chains) else Decimal(0))
    can_reach = most >= law.threshold
    facts = {"left": _figure(most), "threshold": _figure(law.threshold)}
    message = _message(most, can_reach, shares) if _has_parts(chains) else _ASK_WHO_HAS_A_SAY
    return Remaining(shares, votes, can_reach, message, facts)


_ASK_WHO_HAS_A_SAY = N_("A body like yours has no shares: name everybody who has a say in it.")


def _has_parts(chains: Chains) -> bool:
    kind = chains.kinds[SUBJECT]
    told = any(pair[1] == SUBJECT for pair in shares_held(chains))
    return kind not in _WITHOUT_PARTS and (told or kind not in _OF_MEMBERS)


def _votes_told(chains: Chains) -> bool:
    """Whether everybody's votes are told; where some are not, they go with the shares."""
    shares, votes = (
        {pair for pair in held if pair[1] == SUBJECT} for held in (shares_held(chains), votes_held(chains))
    )
    return bool(votes) and shares <= votes


def _message(most: Decimal, can_reach: bool, shares: Left) -> str:
    if most == 0:
        return N_("Everything is explained: nobody you have not named holds a part.")
    if not can_reach:
        return N_(
            "At most %(left)s\u00a0%% is left: nobody you have not named can reach %(threshold)s\u00a0%%."
        )
    if shares.at_most < most:
        return N_(
            "Somebody you have not named can still hold up to %(left)s\u00a0%%, through the bodies you named. "
            "Who reaches %(threshold)s\u00a0%% has to be named."
        )
    return N_(
        "Up to %(left)s\u00a0%% is left: somebody you have not named can reach %(threshold)s\u00a0%%. Name who does."
    )


def _left(chains: Chains, measured: Callable[[Chains], dict[Pair, Bounds]]) -> Left:
    held = measured(chains)
    free = {
        body: _free(body, held)
        for body in (SUBJECT, *chains.bodies)
        if chains.kinds[body] not in _WITHOUT_PARTS
        and (body == SUBJECT or chains.kinds[body] not in OWNERLESS)
    }
    straight = free.get(SUBJECT, NOTHING)
    behind = {body: Bounds(Fraction(0), each.high) for body, each in free.items() if body != SUBJECT}
    phantom = {(_SOMEBODY, body): each for body, each in behind.items() if each.high > 0}
    through = Through({**held, **phantom}).indirectly(_SOMEBODY) or NOTHING
    reaching = [
        body
        for (_, body) in phantom
        if (each := Through({**held, (_SOMEBODY, body): phantom[_SOMEBODY, body]}).indirectly(_SOMEBODY))
        and each.high > 0
    ]
    total = Bounds(Fraction(0), straight.high).plus(through)
    return Left(_percent(straight.low), _percent(straight.high), _percent(total.high), tuple(reaching))


def _asked(body: str, kind: EntityKind, held: Mapping[Pair, Bounds]) -> bool:
    if kind in _OF_MEMBERS:
        return any(pair[1] == body for pair in held)
    return kind not in _WITHOUT_PARTS and (body == SUBJECT or kind not in OWNERLESS)


def _free(body: str, held: Mapping[Pair, Bounds]) -> Bounds:
    told = [bounds for (_, each), bounds in held.items() if each == body]
    low, high = sum((each.low for each in told), Fraction(0)), sum((each.high for each in told), Fraction(0))
    return Bounds(max(Fraction(0), 1 - high), max(Fraction(0), 1 - low))


def _percent(part: Fraction) -> Decimal:
    share = Bounds(part, part).as_share()
    return share.exact or Decimal(0)


def _figure(figure: Decimal) -> str:
    text = f"{figure.quantize(Decimal('0.01')):f}"
    return text.rstrip("0").rstrip(".")
