"""Two states of a network become the statements that lead from one to the other: new, updated, closed.

Order: component relationships that end, component parties that leave, parties, component relationships, primary
relationships that end, primary relationships that hold, and last the other parties that leave. So every record follows
those it names, and every statement about a component is followed by one about a primary relationship that lists it.

A record that stops being a component and stays under its identifier is allowed by the standard; the official checker
then faults its later updates once the relationship that listed it is closed.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from bods.codelists import RecordStatus
from bods.exceptions import (
    PartyChangedError,
    RecordAlreadyClosedError,
    RecordKindChangedError,
    SubjectChangedError,
)
from bods.network import Network
from bods.records import Record, Relationship, record_type_of
from bods.statements import Source, Statement


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all statements of one declaration share.

    `statement_date` is an ISO date or date-time, `declaration` the id of the filing, and `new_id` gives a fresh
    statement identifier of 32 to 64 characters at each call.
    """

    statement_date: str
    declaration: str | None
    source: Source | None
    new_id: Callable[[], str]


def statements_between(
    before: Network | None, after: Network, stamp: Stamp, *, ever_closed: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Give the statements that lead from one state of a network to the next, in the order of publication.

    `before` is None for a first declaration. A record that is gone is closed with its last known details. When nothing
    changed, the subject's record alone is issued again, as a confirmation. A primary relationship is issued again after
    any of its components, and when another relationship lets go of a component that they share.

    Raises SubjectChangedError, PartyChangedError (close the relationship, open a new record), RecordKindChangedError,
    and RecordAlreadyClosedError when `ever_closed` names a record that would be opened again.
    Source: BODS 0.4, information updates; serialisation.
    """
    before = before or Network(after.subject, {})
    _refuse_impossible(before, after, ever_closed)

    statuses = _statuses(before, after)

    order = _in_order(before, after, statuses)
    return tuple(_statement(before, after, record_id, statuses[record_id], stamp) for record_id in order)


def _refuse_impossible(before: Network, after: Network, ever_closed: Collection[str]) -> None:
    if before.subject != after.subject:
        raise SubjectChangedError(before.subject, after.subject)
    closed = frozenset(ever_closed)
    for record_id, record in after.records.items():
        if record_id in closed:
            raise RecordAlreadyClosedError(record_id)
        earlier = before.records.get(record_id)
        if earlier is not None:
            _refuse_another_thing(record_id, earlier, record)


def _refuse_another_thing(record_id: str, earlier: Record, record: Record) -> None:
    if type(earlier) is not type(record):
        raise RecordKindChangedError(record_id)
    if isinstance(earlier, Relationship) and isinstance(record, Relationship):
        parties = (record.subject, record.interested_party)
        if (earlier.subject, earlier.interested_party) != parties:
            raise PartyChangedError(record_id)


def _statuses(before: Network, after: Network) -> dict[str, RecordStatus]:
    statuses: dict[str, RecordStatus] = {}
    for record_id, record in after.records.items():
        if record_id not in before.records:
            statuses[record_id] = RecordStatus.NEW
        elif before.records[record_id] != record:
            statuses[record_id] = RecordStatus.UPDATED
    for record_id in before.records.keys() - after.records.keys():
        statuses[record_id] = RecordStatus.CLOSED
    for record_id in _issued_again(before, after, statuses):
        statuses.setdefault(record_id, RecordStatus.UPDATED)
    if not statuses and after.records:
        statuses[after.subject] = RecordStatus.UPDATED
    return statuses


def _issued_again(before: Network, after: Network, statuses: dict[str, RecordStatus]) -> list[str]:
    # The official checker follows a component to the last relationship in the file that lists it, and wants that
    # relationship's last statement after the component's: so the last to list it must be one that still holds.
    stirred = statuses.keys() | _let_go(before, after)
    return [
        record_id
        for record_id, record in _primaries(after)
        if not stirred.isdisjoint(record.component_records)
    ]


def _let_go(before: Network, after: Network) -> set[str]:
    gone: set[str] = set()
    for record_id, record in _primaries(before):
        now = after.records.get(record_id)
        kept = now.component_records if isinstance(now, Relationship) else ()
        gone.update(set(record.component_records).difference(kept))
    return gone


def _primaries(network: Network) -> Iterator[tuple[str, Relationship]]:
    for record_id, record in network.records.items():
        if isinstance(record, Relationship) and not record.is_component:
            yield record_id, record


def _in_order(before: Network, after: Network, statuses: dict[str, RecordStatus]) -> list[str]:
    leaving = [
        record_id
        for record_id in reversed(before.in_publication_order())
        if statuses.get(record_id) is RecordStatus.CLOSED
    ]
    holding = [
        record_id
        for record_id in after.in_publication_order()
        if statuses.get(record_id) in {RecordStatus.NEW, RecordStatus.UPDATED}
    ]
    ended, held = dict(_primaries(before)), dict(_primaries(after))

    components = [record_id for record_id in leaving if before.records[record_id].is_component]
    primaries = [record_id for record_id in leaving if record_id in ended]
    gone = {*components, *primaries}
    parties = [record_id for record_id in leaving if record_id not in gone]
    return [
        *components,
        *(record_id for record_id in holding if record_id not in held),
        *primaries,
        *(record_id for record_id in holding if record_id in held),
        *parties,
    ]


def _statement(
    before: Network, after: Network, record_id: str, status: RecordStatus, stamp: Stamp
) -> Statement:
    record = (before if status is RecordStatus.CLOSED else after).records[record_id]
    return Statement(
        statement_id=stamp.new_id(),
        statement_date=stamp.statement_date,
        declaration_subject=after.subject,
        record_id=record_id,
        record_type=record_type_of(record),
        record=record,
        record_status=status,
        declaration=stamp.declaration,
        source=stamp.source,
    )
