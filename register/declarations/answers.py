"""A draft as text to keep: the answers as JSON, each person's particulars apart. `answers_read` reads it back."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

import orjson

from bods.records import Share
from register.declarations.answers_read import FORM, AnswersUnreadableError, from_text, particulars_from
from register.declarations.draft import Draft, Particulars

__all__ = [
    "FORM",
    "AnswersUnreadableError",
    "as_text",
    "from_text",
    "particulars_as_bytes",
    "particulars_from",
]


def as_text(draft: Draft) -> str:
    """Write all answers but the private particulars, the same answers always as the same text."""
    written = {"form": FORM, **_written(draft)}
    del written["particulars"]
    return orjson.dumps(written).decode()


def particulars_as_bytes(particulars: Particulars) -> bytes:
    """Write a person's private answers, to be sealed."""
    return orjson.dumps(_written(particulars))


def _written(value: Any) -> Any:  # noqa: ANN401  # whatever an answer is made of
    if isinstance(value, Share):
        return _share(value)
    if is_dataclass(value):
        return {each.name: _written(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(_written(each) for each in value)
    return _plain(value)


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _share(share: Share) -> dict[str, Any]:
    return {
        "minimum": None if share.minimum is None else format(share.minimum, "f"),
        "maximum": None if share.maximum is None else format(share.maximum, "f"),
        "minimum_excluded": share.minimum_excluded,
        "maximum_excluded": share.maximum_excluded,
    }
