"""JSON as people read it: one thing a line, indented by two."""

import orjson


def pretty(text: bytes) -> str:
    """Lay out a JSON text; the order of its fields stays."""
    return orjson.dumps(orjson.loads(text), option=orjson.OPT_INDENT_2).decode()
