"""What is logged: one line of JSON for each event, with the fields of a list and no others."""

import sys
from collections.abc import MutableMapping
from typing import Any

import orjson
import structlog

#: Whatever is not on this list is left out, however it came there: names of things that are so, never what people told.
FIELDS = frozenset(
    {
        "event", "level", "at", "reference", "kind", "endpoint", "where", "work", "attempts", "failure", "flag",
    }
)  # fmt: skip
#: Letters of one field.
LONGEST = 200


def only_listed(_logger: object, _method: str, told: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Leave out every field that is not on the list, and every value that is no plain word or number."""
    kept: dict[str, Any] = {
        name: value[:LONGEST] if isinstance(value, str) else value
        for name, value in told.items()
        if name in FIELDS and (value is None or isinstance(value, str | int | float | bool))
    }
    if missing := len(told) - len(kept):
        kept["left_out"] = missing
    return kept


def configure() -> None:
    """Log this way from now on, to the standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            only_listed,
            structlog.processors.JSONRenderer(serializer=_as_text),
        ],
        logger_factory=_to_standard_error,
        cache_logger_on_first_use=False,
    )


def _as_text(told: object, **_more: object) -> str:
    return orjson.dumps(told).decode()


def _to_standard_error(*_args: object) -> structlog.PrintLogger:
    """Asked for at each line: the standard error may be another by then."""
    return structlog.PrintLogger(sys.stderr)
