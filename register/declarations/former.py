"""What somebody held before stays told: an interest that has ended, and the part that a change left behind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bods.network import Network
from bods.records import Interest, Relationship

_More = Callable[[Relationship, Relationship], Iterable[Interest]]


def with_ended(before: Network, after: Network) -> Network:
    """Give a network with the interests that the one before told as ended, unless it tells of them itself."""
    return _with_more(before, after, _ended)


def with_former_parts(before: Network, after: Network) -> Network:
    """Give a network in which a part that changed on a day is told twice: what it was until then, and what it is since.

    Changed on a day is what has another share than before, and a later first day: a part bought in 2022 of which some was
    sold in May began in 2022, ended in May, and the rest began in May.
    """
    return _with_more(before, after, _left_behind)


def _with_more(before: Network, after: Network, more: _More) -> Network:
    records = dict(after.records)
    for record_id, record in after.records.items():
        stood = before.records.get(record_id)
        if isinstance(record, Relationship) and isinstance(stood, Relationship):
            found = tuple(more(stood, record))
            records[record_id] = replace(record, interests=(*record.interests, *found)) if found else record
    return replace(after, records=records)


def _ended(stood: Relationship, now: Relationship) -> Iterator[Interest]:
    told = {_kind_and_start(each) for each in now.interests}
    return (each for each in stood.interests if each.end_date and _kind_and_start(each) not in told)


def _left_behind(stood: Relationship, now: Relationship) -> Iterator[Interest]:
    for each in stood.interests:
        same = [other for other in now.interests if _kind(other) == _kind(each)]
        if each.end_date is None and len(same) == 1 and _changed(each, same[0]):
            yield replace(each, end_date=same[0].start_date)


def _changed(before: Interest, after: Interest) -> bool:
    if after.start_date is None or after.end_date is not None or after.share == before.share:
        return False
    return before.start_date is None or before.start_date < after.start_date


def _kind(interest: Interest) -> tuple[object, object]:
    return interest.type, interest.direct_or_indirect


def _kind_and_start(interest: Interest) -> tuple[object, object]:
    return _kind(interest), interest.start_date
