"""Relationship records read as stakes: what counts on the day, each stake once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bods.codelists import DirectOrIndirect, InterestType
from bods.records import Interest, Relationship
from bods.shares import Share
from bods.statements import Statement
from register.graph.picture import Claimed, Control, Stake
from register.graph.seeing import Seen, held_then
from register.graph.shares import UNSAID, Range

#: Interests that are a part of what a company is worth or earns.
ECONOMIC = frozenset(
    {
        InterestType.SHAREHOLDING,
        InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
        InterestType.RIGHTS_TO_SURPLUS_ASSETS_ON_DISSOLUTION,
        InterestType.RIGHTS_TO_PROFIT_OR_INCOME,
        InterestType.ENJOYMENT_AND_USE_OF_ASSETS,
        InterestType.RIGHT_TO_PROFIT_OR_INCOME_FROM_ASSETS,
    }
)
CONTROLS: Mapping[InterestType, Control] = {
    InterestType.APPOINTMENT_OF_BOARD: Control.BOARD,
    InterestType.OTHER_INFLUENCE_OR_CONTROL: Control.INFLUENCE,
    InterestType.CONTROL_VIA_COMPANY_RULES_OR_ARTICLES: Control.RULES,
    InterestType.CONTROL_BY_LEGAL_FRAMEWORK: Control.RULES,
    InterestType.SETTLOR: Control.TRUST,
    InterestType.TRUSTEE: Control.TRUST,
    InterestType.PROTECTOR: Control.TRUST,
    InterestType.NOMINATOR: Control.NOMINATOR,
    InterestType.NOMINEE: Control.NOMINEE,
    InterestType.RIGHTS_GRANTED_BY_CONTRACT: Control.CONTRACT,
    InterestType.CONDITIONAL_RIGHTS_GRANTED_BY_CONTRACT: Control.CONTRACT,
    InterestType.SENIOR_MANAGING_OFFICIAL: Control.OFFICER,
    InterestType.BOARD_MEMBER: Control.OFFICER,
    InterestType.BOARD_CHAIR: Control.OFFICER,
}


@dataclass(frozen=True, slots=True)
class Ends:
    """The party keys of a relationship's interested party and subject, and of the subject of the whole declaration."""

    holder: str
    held: str
    network: str


@dataclass(frozen=True, slots=True)
class _Part:
    """The interests of one record that are held the same way: straight, or through others."""

    stake: Stake
    components: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Read:
    """What relationship records say for a day: the stakes that count, what others say instead, and claims beside chains."""

    stakes: tuple[Stake, ...]
    otherwise: tuple[Stake, ...]
    claimed: tuple[Claimed, ...]


FindEnds = Callable[[Relationship, Statement], Ends]
Running = list[tuple[Interest, bool | None]]


def read(
    relationships: Iterable[Seen],
    ended: Mapping[str, frozenset[object]],
    ends_of: FindEnds,
    as_of: date,
) -> Read:
    """Give the stakes held on `as_of`, one declaration speaking for each pair of parties.

    `ended` are types of interest by record known to have ended by then. A primary relationship whose chain is told
    by its components leaves its shares to them.
    """
    parts = [part for seen in relationships for part in _parts(seen, ended, ends_of, as_of)]
    above = _holders(part.stake for part in parts if not part.stake.indirect)
    chained = [_chained(part, above) for part in parts]
    counted = (_without_chain(part) if told else part for part, told in zip(parts, chained, strict=True))
    speaking, otherwise = _one_telling(_together(part for part in counted if part))
    claimed = tuple(
        Claimed(part.stake, part.components)
        for part, told in zip(parts, chained, strict=True)
        if told and part.stake.shares
    )
    return Read(speaking, otherwise, claimed)


def shares_apart(seen: Seen, as_of: date) -> tuple[Range | None, Range | None]:
    """Give what one relationship record says of shares held on `as_of`: straight, and through others.

    From nothing on where nobody can tell whether it held on that day; None where it says nothing of shares.
    """
    apart: list[Range | None] = [None, None]
    nobody = Ends("", "", "")
    for part in _parts(seen, {}, lambda *_: nobody, as_of):
        share = part.stake.shares
        if share is not None and not part.stake.held_then:
            share = replace(share, low=Decimal(0), low_excluded=False)
        apart[part.stake.indirect] = share
    return apart[0], apart[1]


def _parts(
    seen: Seen, ended: Mapping[str, frozenset[object]], ends_of: FindEnds, as_of: date
) -> Iterator[_Part]:
    statement, record = seen.statement, seen.statement.record
    assert isinstance(record, Relationship)  # noqa: S101 - the caller hands over relationships
    over = ended.get(statement.record_id, frozenset())
    running: Running = [
        (each, held)
        for each in record.interests
        if each.type not in over
        and (held := held_then(each, seen.stated_on or statement.day, as_of)) is not False
    ]
    ends = ends_of(record, statement)
    if not record.interests:
        yield _Part(_stake(seen, record, ends, [], indirect=bool(record.component_records)))
    straight = [each for each in running if not _through_others(each[0], record)]
    through = [each for each in running if _through_others(each[0], record)]
    if straight:
        yield _Part(_stake(seen, record, ends, straight))
    if through:
        components = frozenset(record.component_records)
        yield _Part(_stake(seen, record, ends, through, indirect=True), components)


def _stake(
    seen: Seen, record: Relationship, ends: Ends, running: Running, *, indirect: bool = False
) -> Stake:
    """Make one stake of interests that are held the same way; of none, when the record tells no interest."""
    statement = seen.statement
    interests = [interest for interest, _ in running]
    starts = [each.start_date for each in interests if each.start_date]
    over = [each.end_date for each in interests if each.end_date]
    held_then = any(held for _, held in running) if running else not seen.late
    return Stake(
        holder=ends.holder,
        held=ends.held,
        record_id=statement.record_id,
        statement_id=statement.statement_id,
        declared_on=statement.day,
        shares=_largest([each for each in interests if each.type in ECONOMIC]),
        votes=_largest([each for each in interests if each.type is InterestType.VOTING_RIGHTS]),
        controls=frozenset([_control(each) for each in interests if not _measured(each)]),
        since=min(starts, default=None),
        until=max(over, default=None) if len(over) == len(interests) else None,
        declaration=statement.declaration,
        late=seen.late,
        held_then=True if held_then else None,
        indirect=indirect,
        holder_record=record.interested_party if isinstance(record.interested_party, str) else "",
        interests="; ".join(dict.fromkeys(each.details for each in interests if each.details)),
        network=ends.network,
    )


def _through_others(interest: Interest, record: Relationship) -> bool:
    if record.is_component or interest.direct_or_indirect is DirectOrIndirect.DIRECT:
        return False
    return bool(record.component_records) or interest.direct_or_indirect is DirectOrIndirect.INDIRECT


def _measured(interest: Interest) -> bool:
    return interest.type in ECONOMIC or interest.type is InterestType.VOTING_RIGHTS


def _control(interest: Interest) -> Control:
    return CONTROLS.get(interest.type, Control.UNKNOWN) if interest.type else Control.UNKNOWN


def _largest(interests: list[Interest]) -> Range | None:
    """Add up interests of one type; of several types the largest speaks, since they are rights in one holding."""
    sums: dict[InterestType | None, Range] = {}
    for each in interests:
        share = range_of(each.share)
        sums[each.type] = sums[each.type].plus(share) if each.type in sums else share
    largest: Range | None = None
    for share in sums.values():
        largest = share if largest is None else largest.at_least_as(share)
    return largest


def range_of(share: Share | None) -> Range:
    """Read a declared share; what is not said is open: 0 to 100."""
    if share is None:
        return UNSAID
    return Range(
        Decimal(0) if share.minimum is None else share.minimum,
        Decimal(100) if share.maximum is None else share.maximum,
        share.minimum_excluded,
        share.maximum_excluded,
    )


def _holders(stakes: Iterable[Stake]) -> dict[str, set[str]]:
    above: dict[str, set[str]] = defaultdict(set)
    for stake in stakes:
        above[stake.held].add(stake.holder)
    return above


def _chained(part: _Part, above: Mapping[str, set[str]]) -> bool:
    """Whether direct stakes already lead from the holder, through somebody else, to what is held."""
    if not part.stake.indirect:
        return False
    holder = part.stake.holder
    waiting = [each for each in above.get(part.stake.held, ()) if each != holder]
    met = {part.stake.held}
    while waiting:
        party = waiting.pop()
        if party == holder:
            return True
        if party not in met:
            met.add(party)
            waiting.extend(above.get(party, ()))
    return False


def _without_chain(part: _Part) -> _Part | None:
    """Leave the measured interests to the chain that tells them; a say asserted besides stays."""
    if not part.stake.controls:
        return None
    return replace(part, stake=replace(part.stake, shares=None, votes=None))


def _together(parts: Iterable[_Part]) -> list[Stake]:
    """Make one stake again of a record's two parts."""
    whole: dict[str, Stake] = {}
    for part in parts:
        first = whole.get(part.stake.record_id)
        whole[part.stake.record_id] = part.stake if first is None else _sum(first, part.stake)
    return list(whole.values())


def _sum(one: Stake, other: Stake) -> Stake:
    starts = [each.since for each in (one, other) if each.since]
    return replace(
        one,
        shares=one.shares.plus(other.shares) if one.shares and other.shares else one.shares or other.shares,
        votes=one.votes.plus(other.votes) if one.votes and other.votes else one.votes or other.votes,
        controls=one.controls | other.controls,
        since=min(starts, default=None),
        held_then=one.held_then or other.held_then,
        indirect=one.indirect and other.indirect,
        interests="; ".join(dict.fromkeys(filter(None, (one.interests, other.interests)))),
    )


def _one_telling(stakes: Iterable[Stake]) -> tuple[tuple[Stake, ...], tuple[Stake, ...]]:
    """Where several declarations speak of one pair of parties, let one of them speak; give what the others say apart.

    The one of the company that is held comes first, then one made in time, then the latest.
    """
    tellings: dict[tuple[str, str], dict[str, list[Stake]]] = defaultdict(lambda: defaultdict(list))
    for stake in stakes:
        tellings[stake.holder, stake.held][stake.network].append(stake)
    speaking: list[Stake] = []
    otherwise: list[Stake] = []
    for told in tellings.values():
        speaker = max(told.values(), key=_weight)
        speaking.extend(speaker)
        otherwise.extend(stake for each in told.values() if each is not speaker for stake in each)
    return tuple(speaking), tuple(otherwise)


def _weight(stakes: list[Stake]) -> tuple[bool, bool, date, str]:
    first, latest = stakes[0], max(each.declared_on for each in stakes)
    return first.network == first.held, not first.late, latest, first.network
