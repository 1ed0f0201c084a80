"""A stake: one way in which a holder owns or controls, as it is answered, and the interest it becomes."""

from dataclasses import dataclass
from datetime import date

from bods.codelists import DirectOrIndirect, InterestType
from bods.records import Interest
from bods.shares import Share

_DIRECT = {True: DirectOrIndirect.DIRECT, False: DirectOrIndirect.UNKNOWN, None: None}
_KNOWN = {held: known for known, held in _DIRECT.items()}


@dataclass(frozen=True, slots=True)
class Stake:
    """One interest of a holder.

    `share` is in percent (an exact figure or a range), `since` and `until` are the days on which it began and ended.
    `beneficial` says that it makes the holder, a person, a beneficial owner of the body it is held in; a link of a
    chain leaves it False, since what the person holds at the end of the chain is told by an `IndirectHolding`.
    `known_direct` is False when nobody knows whether it is held straight or through others; it means nothing in an
    `IndirectHolding`. Where statements of others do not say one of these things at all, it is None; so is `type`.
    Source: BODS 0.4, relationship record, `Interest`.
    """

    type: InterestType | None = None
    share: Share | None = None
    since: date | None = None
    until: date | None = None
    details: str | None = None
    beneficial: bool | None = False
    known_direct: bool | None = True


def shares(share: Share | int | str, since: date | None = None, *, beneficial: bool = False) -> Stake:
    """Give a stake in the shares: a range, or a figure in percent such as 60 or "33.3"."""
    return Stake(InterestType.SHAREHOLDING, _share(share), since, beneficial=beneficial)


def votes(share: Share | int | str, since: date | None = None, *, beneficial: bool = False) -> Stake:
    """Give a stake in the voting rights: a range, or a figure in percent such as 60 or "33.3"."""
    return Stake(InterestType.VOTING_RIGHTS, _share(share), since, beneficial=beneficial)


def control(
    details: str | None = None,
    since: date | None = None,
    *,
    type: InterestType = InterestType.OTHER_INFLUENCE_OR_CONTROL,  # noqa: A002  # the standard's own word
    beneficial: bool = False,
) -> Stake:
    """Give a way to control that has no share, in words where they help: a veto, a right to appoint the board."""
    return Stake(type, None, since, details=details, beneficial=beneficial)


def direct_interest(stake: Stake) -> Interest:
    """Give the interest of a direct holding; one of which that is not known becomes `unknown`, as the standard asks."""
    return _interest(stake, _DIRECT[stake.known_direct])


def indirect_interest(stake: Stake) -> Interest:
    """Give the interest of a holding through others."""
    return _interest(stake, DirectOrIndirect.INDIRECT)


def stake_of(interest: Interest) -> Stake:
    """Read an interest back; where it goes (a direct holding or an indirect one) is not the stake's to say."""
    return Stake(
        interest.type,
        interest.share,
        interest.start_date,
        interest.end_date,
        interest.details,
        interest.beneficial_ownership_or_control,
        _KNOWN.get(interest.direct_or_indirect, True),
    )


def _interest(stake: Stake, held: DirectOrIndirect | None) -> Interest:
    return Interest(
        type=stake.type,
        direct_or_indirect=held,
        beneficial_ownership_or_control=stake.beneficial,
        share=stake.share,
        start_date=stake.since,
        end_date=stake.until,
        details=stake.details,
    )


def _share(share: Share | int | str) -> Share:
    return share if isinstance(share, Share) else Share.exactly(share)
