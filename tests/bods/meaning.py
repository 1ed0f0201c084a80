"""What a JSON value says, whatever the order of its fields and the form of its numbers."""

from typing import Any

import orjson


def meaning(value: Any) -> bytes:
    """Give one text for all JSON values that say the same: fields sorted, a whole number without its fraction."""
    return orjson.dumps(_plain(value), option=orjson.OPT_SORT_KEYS)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
