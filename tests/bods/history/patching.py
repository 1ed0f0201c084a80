"""Changes carried out one by one on JSON, to see that they lead where they should."""

from collections.abc import Sequence
from typing import Any

import orjson

from bods.history import ABSENT, FieldChange


def patched(value: Any, changes: Sequence[FieldChange]) -> Any:
    """Carry out changes on a copy of a JSON value; each must find what it says was there before."""
    copy = orjson.loads(orjson.dumps(value))
    for change in changes:
        *outer, last = (step.replace("~1", "/").replace("~0", "~") for step in change.pointer.split("/")[1:])
        inner = copy
        for step in outer:
            inner = inner[int(step) if isinstance(inner, list) else step]
        _carry_out(inner, int(last) if isinstance(inner, list) else last, change)
    return copy


def _carry_out(inner: Any, key: Any, change: FieldChange) -> None:
    if change.before is ABSENT:
        if isinstance(inner, list):
            inner.insert(key, change.after)
        else:
            assert key not in inner
            inner[key] = change.after
        return
    assert inner[key] == change.before
    if change.after is ABSENT:
        del inner[key]
    else:
        inner[key] = change.after
