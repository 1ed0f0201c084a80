"""Leaving out of a release what is not of the type the standard gives it, so that the rest can be read and merged."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import jsonschema_rs

from register.ocds.fault import Notes, step
from register.ocds.numerals import WORD, plain
from register.ocds.schema import RELEASE, Shape

_WORDS = {
    "object": "an object",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
}
_LEFT = object()


def _exact(shape: Shape) -> dict[str, Any]:
    """A shape with what is told apart here and not by the schema language: a number too large for a whole one is another."""
    inner = {name: _exact(each) for name, each in shape.get("properties", {}).items()}
    exact = {**shape, "minimum": 1 - WORD, "maximum": WORD - 1} if "integer" in shape["type"] else dict(shape)
    return (
        exact
        | ({"properties": inner} if inner else {})
        | ({"items": _exact(shape["items"])} if "items" in shape else {})
    )


_SOUND = jsonschema_rs.validator_for(_exact(RELEASE))


def sound(release: Mapping[str, Any], notes: Notes) -> dict[str, Any]:
    """Give a release in which all that the register reads is of the right type, a copy if need be; the rest stays as it is."""
    if _SOUND.is_valid(release):
        return dict(release)
    return _members(release, RELEASE["properties"], "", notes)


def _members(
    given: Mapping[str, Any], properties: Mapping[str, Shape], place: str, notes: Notes
) -> dict[str, Any]:
    kept = {}
    for name, value in given.items():
        shape = properties.get(name)
        fitting = value if shape is None else _fitting(value, shape, step(place, name), notes)
        if fitting is not _LEFT:
            kept[name] = fitting
    return kept


def _fitting(value: object, shape: Shape, place: str, notes: Notes) -> object:
    wanted = [shape["type"]] if isinstance(shape["type"], str) else shape["type"]
    if _type(value) not in wanted and not (_type(value) == "integer" and "number" in wanted):
        return _mended(value, wanted, place, notes)
    if isinstance(value, dict):
        return _members(value, shape.get("properties", {}), place, notes)
    if isinstance(value, list):
        return list(_items(value, shape["items"], place, notes))
    return value


def _items(values: list[Any], shape: Shape, place: str, notes: Notes) -> Iterator[Any]:
    for position, value in enumerate(values):
        fitting = _fitting(value, shape, step(place, position), notes)
        if fitting is not _LEFT:
            yield fitting


def _mended(value: object, wanted: list[str], place: str, notes: Notes) -> object:
    """Take text for a number, and a number for text, where nothing can be mistaken; else leave the value out."""
    if "number" in wanted and isinstance(value, str) and (number := _number(value)) is not None:
        notes.add(place, "This is text where a number belongs; it was read as a number.")
        return number
    if "string" in wanted and isinstance(value, int | Decimal) and not isinstance(value, bool):
        notes.add(place, "This is a number where text belongs; it was read as text.")
        return str(value)
    words = " or ".join(_WORDS[each] for each in wanted if each != "null")
    notes.add(place, f"This should be {words}; it was left out.")
    return _LEFT


def _number(text: str) -> int | Decimal | None:
    try:
        return plain(Decimal(text.strip()))
    except InvalidOperation:
        return None


def _type(value: object) -> str:
    kinds = {
        dict: "object",
        list: "array",
        str: "string",
        bool: "boolean",
        int: "integer",
        type(None): "null",
    }
    return kinds.get(type(value), "number")
