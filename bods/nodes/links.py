"""What an edge tells of a relationship.

A figure or a day is given where there is one: the bounds of the shares held, say, when a single interest in shares has
them. All interests as they were published are there besides, as JSON.
"""

from collections.abc import Callable
from datetime import date

import orjson

from bods.codelists import InterestType
from bods.nodes.attribute import OF_ANY_STATEMENT, Attribute, Kind, Value, together
from bods.records import Relationship, Share
from bods.statements import Statement
from bods.writing import as_json


def _attribute(name: str, get: Callable[[Relationship], Value], kind: Kind = "string") -> Attribute:
    def value(said: Statement) -> Value:
        return get(said.record) if isinstance(said.record, Relationship) else None

    return Attribute(name, kind, value)


def _label(record: Relationship) -> Value:
    return together(each.type.label for each in record.interests if each.type)


def _types(record: Relationship) -> Value:
    return together(each.type for each in record.interests)


def _directness(record: Relationship) -> Value:
    return together(each.direct_or_indirect for each in record.interests)


def _beneficial(record: Relationship) -> Value:
    said = {each.beneficial_ownership_or_control for each in record.interests} - {None}
    return any(said) if said else None


def _reasons(record: Relationship) -> Value:
    parties = (record.interested_party, record.subject)
    return together(party.reason for party in parties if not isinstance(party, str))


def _since(record: Relationship) -> Value:
    """The first day of any of its interests, when each has one."""
    days = [each.start_date for each in record.interests]
    return _first_and_last(days)[0]


def _until(record: Relationship) -> Value:
    """The last day of any of its interests, when each has ended."""
    days = [each.end_date for each in record.interests]
    return _first_and_last(days)[1]


def _first_and_last(days: list[date | None]) -> tuple[str | None, str | None]:
    known = [day.isoformat() for day in days if day]
    return (min(known), max(known)) if known and len(known) == len(days) else (None, None)


def _bounds(held: InterestType, name: str) -> tuple[Attribute, ...]:
    def asked(get: Callable[[Share], Value]) -> Callable[[Relationship], Value]:
        def value(record: Relationship) -> Value:
            shares = [each.share for each in record.interests if each.type is held and each.share]
            return get(shares[0]) if len(shares) == 1 else None

        return value

    return (
        _attribute(f"{name}Minimum", asked(lambda share: share.minimum), "double"),
        _attribute(f"{name}Maximum", asked(lambda share: share.maximum), "double"),
        _attribute(f"{name}MinimumExcluded", asked(lambda share: share.minimum_excluded), "boolean"),
        _attribute(f"{name}MaximumExcluded", asked(lambda share: share.maximum_excluded), "boolean"),
    )


def _interests(said: Statement) -> Value:
    interests = as_json(said)["recordDetails"].get("interests")
    return orjson.dumps(interests).decode() if interests else None


LINK_ATTRIBUTES = (
    _attribute("label", _label),
    Attribute("recordId", "string", lambda said: said.record_id),
    _attribute("interestTypes", _types),
    _attribute("directOrIndirect", _directness),
    _attribute("beneficialOwnershipOrControl", _beneficial, "boolean"),
    *_bounds(InterestType.SHAREHOLDING, "share"),
    *_bounds(InterestType.VOTING_RIGHTS, "votes"),
    _attribute("startDate", _since),
    _attribute("endDate", _until),
    _attribute("unspecifiedReason", _reasons),
    _attribute("componentRecords", lambda record: together(record.component_records)),
    Attribute("interests", "string", _interests),
    *OF_ANY_STATEMENT,
)
