"""The shares of one kind in one subject add up to 100 percent at most.

Asked on each day that statements speak of, with the lower bounds of the shares that hold then, in each declaration
subject's network by itself. Components and primary relationships tell of the same stakes and are never added together.
Of indirect interests that run through a common component only the largest counts, since they may be one stake (as the
parties to a trust each hold all of it).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from bods.checks.check import Check, Finding
from bods.codelists import DirectOrIndirect, InterestType, RecordStatus
from bods.history import in_order
from bods.records import Interest, Relationship
from bods.shares import WHOLE
from bods.statements import Statement


@dataclass(frozen=True, slots=True)
class _Kind:
    """What may be added up: one kind of interest in one subject, components apart from primaries."""

    subject: str
    type: InterestType
    is_component: bool


@dataclass(frozen=True, slots=True)
class _Stake:
    statement: Statement
    least: Decimal
    components: frozenset[str]


def find(statements: Sequence[Statement]) -> Iterator[Finding]:
    networks: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in in_order(statements):
        if isinstance(statement.record, Relationship):
            networks[statement.declaration_subject].append(statement)
    for network in networks.values():
        yield from _over_in_network(network)


def _over_in_network(statements: Iterable[Statement]) -> Iterator[Finding]:
    current: dict[str, Statement] = {}
    told: set[tuple[_Kind, frozenset[str]]] = set()
    for day, made in groupby(statements, key=lambda statement: statement.day):
        for statement in made:
            current[statement.record_id] = statement
        for kind, stakes in _stakes(current.values(), day).items():
            total = _total(stakes)
            proof = frozenset(stake.statement.statement_id for stake in stakes)
            if total > WHOLE and (kind, proof) not in told:
                told.add((kind, proof))
                yield _finding(kind, stakes, total, day)


def _stakes(statements: Iterable[Statement], day: date) -> dict[_Kind, list[_Stake]]:
    stakes: defaultdict[_Kind, list[_Stake]] = defaultdict(list)
    for statement in statements:
        record = statement.record
        if not isinstance(record, Relationship) or statement.record_status is RecordStatus.CLOSED:
            continue
        for interest in record.interests:
            least = _least(interest, day)
            if interest.type is not None and isinstance(record.subject, str) and least:
                indirect = interest.direct_or_indirect is DirectOrIndirect.INDIRECT
                through = frozenset(record.component_records) if indirect else frozenset()
                kind = _Kind(record.subject, interest.type, record.is_component)
                stakes[kind].append(_Stake(statement, least, through))
    return stakes


def _least(interest: Interest, day: date) -> Decimal | None:
    if interest.share is None or interest.holds_on(day) is False:
        return None
    return interest.share.minimum


def _total(stakes: Iterable[_Stake]) -> Decimal:
    total = Decimal(0)
    counted: set[str] = set()
    for stake in sorted(stakes, key=lambda stake: stake.least, reverse=True):
        if counted.isdisjoint(stake.components):
            total += stake.least
        counted.update(stake.components)
    return total


def _finding(kind: _Kind, stakes: Sequence[_Stake], total: Decimal, day: date) -> Finding:
    last = stakes[-1].statement
    named = dict.fromkeys(stake.statement.statement_id for stake in stakes)
    others = ", ".join(name for name in named if name != last.statement_id)
    return Finding(
        CHECK.code,
        last.statement_id,
        last.record_id,
        "/recordDetails/interests",
        f"Look at these shares again: on {day.isoformat()} the interests {kind.type} in {kind.subject} add up to at "
        f"least {total.normalize():f} percent" + (f", together with statements {others}." if others else "."),
    )


CHECK = Check("shares-over-100", "The shares of one kind in one subject add up to 100 percent at most.", find)
