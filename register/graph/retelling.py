"""A change that was told after it happened: from the day of the change on, the later word counts, not the one before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bods.codelists import InterestType
from bods.records import Interest, Relationship
from bods.statements import Statement

Kinds = dict[InterestType | None, list[Interest]]


def reaching_back(statements: Iterable[Statement], as_of: date) -> dict[str, list[Statement]]:
    """Give, by record and in their order, the relationship statements of later days that tell of interests begun by one."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        if each.day <= as_of or not isinstance(each.record, Relationship):
            continue
        if any(_begun(interest, as_of) for interest in each.record.interests):
            found[each.record_id].append(each)
    return found


def retold(stood: Statement, later: Iterable[Statement], as_of: date) -> Statement | None:
    """Give a relationship as it was on a day, from its word by then and later ones; None when those change nothing.

    A later word speaks for a kind of interest when it tells of one of that kind which had begun by the day, and after
    all of that kind that stood: who held 100 % since January and, told in June, 70 % since May, held 70 % in May.
    What began on the same day as before may have been changed on any day since: it counts from the later statement on.
    """
    assert isinstance(stood.record, Relationship)  # noqa: S101 - the caller hands over relationships
    before = _by_kind(stood.record.interests)
    now: Kinds = {}
    teller = None
    for each in later:
        record = each.record
        assert isinstance(record, Relationship)  # noqa: S101 - the caller hands over relationships
        for kind, interests in _by_kind(record.interests).items():
            if any(_newer(interest, before.get(kind, ()), as_of) for interest in interests):
                now[kind], teller = interests, each
    if teller is None:
        return None
    assert isinstance(teller.record, Relationship)  # noqa: S101 - as above
    kept = (each for each in stood.record.interests if each.type not in now)
    told = (each for interests in now.values() for each in interests)
    return replace(teller, record=replace(teller.record, interests=(*kept, *told)))


def _by_kind(interests: Iterable[Interest]) -> Kinds:
    kinds: Kinds = defaultdict(list)
    for each in interests:
        kinds[each.type].append(each)
    return kinds


def _begun(interest: Interest, as_of: date) -> bool:
    return interest.start_date is not None and interest.start_date <= as_of


def _newer(interest: Interest, before: Iterable[Interest], as_of: date) -> bool:
    start = interest.start_date
    if start is None or start > as_of:
        return False
    return all(each.start_date is None or each.start_date < start for each in before)
