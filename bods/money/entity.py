"""The shape of everything in FollowTheMoney: an id, a schema, and properties of which each has many texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import orjson

#: What ids begin with, so that they meet none of another source.
_PREFIX = "bods-"
_DIGITS = 40

Properties = Mapping[str, Iterable[str | None]]


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity: a party or a link. `record_ids` and `statement_ids` say what it was made from."""

    id: str
    schema: str
    properties: Properties
    record_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]


def made_id(*parts: str) -> str:
    """Make an id that is the same whenever it is made of the same parts."""
    return _PREFIX + sha256("\x00".join(parts).encode()).hexdigest()[:_DIGITS]


def as_line(entity: Entity) -> bytes:
    """Give an entity as one line of JSON, without empty properties and with each value once."""
    values = {
        name: list(dict.fromkeys(value for value in given if value))
        for name, given in entity.properties.items()
    }
    return orjson.dumps(
        {
            "id": entity.id,
            "schema": entity.schema,
            "properties": {name: given for name, given in values.items() if given},
            "recordIds": entity.record_ids,
            "statementIds": entity.statement_ids,
        },
        option=orjson.OPT_APPEND_NEWLINE,
    )


def together(parts: Iterable[Properties]) -> dict[str, list[str | None]]:
    """Join the properties that several records tell of one party."""
    whole: dict[str, list[str | None]] = {}
    for part in parts:
        for name, values in part.items():
            whole.setdefault(name, []).extend(values)
    return whole
