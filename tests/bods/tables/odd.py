"""Statements with the oddest values that JSON can hold: texts that spreadsheets run, fields of any type, anywhere."""

from typing import Any

import orjson
from hypothesis import strategies as any_

from tests.bods.random_statements import statements

ODD_TEXTS = (
    "=1+1", "+254 700 000 000", "-", "@SUM(A1)", "\t=1", "\r", "\r\n=cmd", "'", "'=1", "''", " =1", "\u00a0=1", "＝1+1",
    "=HYPERLINK(\"https://example.org\")", "#N/A", "#REF!", "json:", "json:null", "json:{", "long:1", "long:x", "007",
    "1e3", "true", "TRUE", "false", "null", "", " ", "  two  ", "a,b", "a;b", 'say "so"', "one\ntwo", "one\r\ntwo",
    "one\rtwo", "\n", "\x00", "a\x01b", "\x1b[0m", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\uffff", "_x0001_",
    "_x005F_x0001_", "_xD800_", "x005F_", "&lt;", "<b>&amp;</b>", "]]>", "~", "~0", "a/b", "0", "Wĩnfred wa Mũtua",
    "株式会社", "🌍", "e\u0301", "2024-02-30", "2024-01-31", "12:30", "3/4", "x" * 40_000, "_x0001_" * 6_000, "🌍" * 20_000,
)  # fmt: skip

odd_texts = any_.sampled_from(ODD_TEXTS) | any_.text(max_size=20)
_plain = (
    any_.none()
    | any_.booleans()
    | any_.integers(min_value=-(2**63), max_value=2**64 - 1)
    | any_.floats(allow_nan=False, allow_infinity=False)
    | odd_texts
)
odd_values = any_.recursive(
    _plain,
    lambda inner: any_.lists(inner, max_size=3) | any_.dictionaries(odd_texts, inner, max_size=3),
    max_leaves=5,
)
#: Fields that the standard lets hold any text, by name.
_FREE = {
    "name", "description", "address", "postCode", "details", "fullName", "familyName", "reason", "id", "scheme",
    "schemeName", "statementPointerTarget", "declaration", "recordId", "declarationSubject", "ticker",
}  # fmt: skip


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a value, as what holds it and its name or number there."""
    found: list[tuple[Any, Any]] = []
    for step, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        found.append((value, step))
        if isinstance(item, dict | list):
            found += _places(item)
    return found


def _objects(value: Any) -> list[dict[str, Any]]:
    return [holder[step] for holder, step in _places({"": value}) if isinstance(holder[step], dict)]


@any_.composite
def odd_statements(draw: any_.DrawFn) -> dict[str, Any]:
    """Statements that can be read as such: odd texts where any text may stand, odd fields beyond the standard."""
    made = orjson.loads(orjson.dumps(draw(statements(unknown=0.2))))  # no two places share a list
    for holder, step in _places(made):
        free = step in _FREE and isinstance(holder[step], str) and step != "reason"
        if free and draw(any_.integers(0, 3)) == 0:
            holder[step] = draw(odd_texts)
    for _ in range(draw(any_.integers(0, 3))):
        draw(any_.sampled_from(_objects(made))).setdefault(draw(odd_texts), draw(odd_values))
    return made


@any_.composite
def wrecks(draw: any_.DrawFn) -> dict[str, Any]:
    """Objects that were statements once: any value anywhere, but for the type of record."""
    made = draw(odd_statements())
    for _ in range(draw(any_.integers(0, 6))):
        places = [(holder, step) for holder, step in _places(made) if step != "recordType"]
        holder, step = draw(any_.sampled_from(places))
        holder[step] = draw(odd_values)
    return made


def exactly(value: object) -> bytes:
    """A value such that 1, 1.0, true and "1" are four, and the order of fields is nothing."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
