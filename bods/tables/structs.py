"""Statements as nested columns for DuckDB: a column for each field, objects as structs, lists as lists."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

import orjson

from bods.tables.fields import Known, statement_fields
from bods.tables.layout import DETAILS

_TYPES = {"string": "VARCHAR", "boolean": "BOOLEAN", "number": "DOUBLE"}
_JSON = "JSON"
_Type: TypeAlias = "str | list[_Type] | dict[str, _Type]"


@lru_cache(maxsize=1)
def typed_columns() -> str:
    """Give the select list, in DuckDB's SQL, that makes columns of a JSON value `given` and its text `statement`.

    The fields of `recordDetails` stand beside those of the statement. A value that is not of its field's type is null
    in its column; the text has it still. A field that may hold a text or an object is two columns.
    """
    statement = statement_fields()
    details = statement.fields[DETAILS]
    chosen = [
        *_chosen(statement.fields, "given"),
        'try_cast(left(given."statementDate", 10) AS DATE) AS "statementDay"',
        *_chosen(details.fields, f'given."{DETAILS}"'),
        "statement",
    ]
    return ", ".join(chosen)


@lru_cache(maxsize=1)
def structure() -> str:
    """Give the types of a statement's fields as DuckDB's `json_transform` wants them: JSON, types in its leaves."""
    return orjson.dumps(_type(statement_fields())).decode()


def _chosen(fields: Mapping[str, Known], origin: str) -> Iterator[str]:
    for name, known in fields.items():
        place = f'{origin}."{name}"'
        if name == DETAILS:
            continue
        if _is_either(known):
            inside = orjson.dumps(_struct(known)).decode()
            yield f"CASE json_type({place}) WHEN 'VARCHAR' THEN {place} ->> '$' END AS \"{name}\""
            yield f"CASE json_type({place}) WHEN 'OBJECT' THEN json_transform({place}, '{inside}') END AS \"{name}Unspecified\""
        else:
            yield f'{place} AS "{name}"'


def _is_either(known: Known) -> bool:
    return {"string", "object"} <= known.kinds


def _type(known: Known) -> _Type:
    if _is_either(known):
        return _JSON
    if known.item is not None:
        return [_type(known.item)]
    if known.fields:
        return _struct(known)
    if known.format == "date":
        return "DATE"
    return next((_TYPES[kind] for kind in sorted(known.kinds) if kind in _TYPES), _JSON)


def _struct(known: Known) -> dict[str, _Type]:
    return {name: _type(each) for name, each in known.fields.items()}
