"""Two answers about holdings that cannot both be so, or hardly."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bods.codelists import InterestType
from register.declarations.arithmetic import Bounds, bounds_of
from register.declarations.chains import chains_of
from register.declarations.draft import Draft
from register.declarations.gap import Gap, Part
from register.declarations.names import names_of
from register.declarations.stakes import Law, Stakes, within
from register.words import N_


def indirect_gaps(draft: Draft, law: Law, today: date | None = None) -> Iterator[Gap]:
    """What holders say they hold through others, against what their chains give."""
    chains, names = chains_of(draft, today), names_of(draft)
    stakes = Stakes(chains, law)
    for claim in draft.indirect:
        computed = stakes.computed(claim.holder) if claim.holder in names else (None, None)
        for share, given, message in (
            (claim.shares, computed[0], _SHARES),
            (claim.votes, computed[1], _VOTES),
        ):
            if share is not None and given is not None and not within(share, given):
                facts = {
                    "name": names[claim.holder],
                    "said": _range(bounds_of(share)),
                    "given": _range(given),
                }
                yield Gap(Part.HOLDINGS, message, f"{claim.holder}.through", facts)
        if claim.holder in names and computed == (None, None):
            message = N_("Name the companies through which %(name)s holds, and what is held in each.")
            yield Gap(Part.HOLDINGS, message, "", {"name": names[claim.holder]}, blocks=False)


_SHARES = N_(
    "%(name)s is said to hold %(said)s of the shares through others, and the chain gives %(given)s. "
    "Correct one of them."
)
_VOTES = N_(
    "%(name)s is said to hold %(said)s of the votes through others, and the chain gives %(given)s. "
    "Correct one of them."
)


def votes_against_shares(draft: Draft) -> Iterator[Gap]:
    """Votes that do not go with the shares: allowed, and told."""
    names = names_of(draft)
    for holding in draft.holdings:
        if holding.shares is None or holding.votes is None or holding.until:
            continue
        shares, votes = bounds_of(holding.shares), bounds_of(holding.votes)
        if not within(holding.shares, votes):
            message = N_(
                "%(holder)s holds %(shares)s of the shares and %(votes)s of the votes in %(held)s. "
                "Check that this is so."
            )
            facts = {
                "holder": names.get(holding.holder, ""),
                "held": names.get(holding.held, ""),
                "shares": _range(shares),
                "votes": _range(votes),
            }
            yield Gap(Part.HOLDINGS, message, f"{holding.holder}.{holding.held}", facts, blocks=False)


def two_majorities(draft: Draft) -> Iterator[Gap]:
    """Two who each appoint the majority of one board."""
    names = names_of(draft)
    appointing: dict[str, list[str]] = {}
    for holding in draft.holdings:
        if InterestType.APPOINTMENT_OF_BOARD in holding.controls and not holding.until:
            appointing.setdefault(holding.held, []).append(names.get(holding.holder, ""))
    for held, holders in appointing.items():
        if len(holders) > 1:
            message = N_(
                "Two are said to appoint the majority of the board of %(held)s (%(names)s). "
                "Check that they do so together."
            )
            facts = {"held": names.get(held, ""), "names": ", ".join(holders)}
            yield Gap(Part.HOLDINGS, message, facts=facts, blocks=False)


def _range(bounds: Bounds) -> str:
    share = bounds.as_share()
    if share.exact is not None:
        return f"{_figure(share.exact)}\u00a0%"
    return f"{_figure(share.minimum)}–{_figure(share.maximum)}\u00a0%"


def _figure(figure: Decimal | None) -> str:
    rounded = (figure or Decimal(0)).quantize(Decimal("0.01"))
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".")
