"""What a JSON parser gives: values, objects, and the way to what lies inside them."""

from typing import Any, Final, TypeAlias

from bods.exceptions import escaped

#: Anything that a JSON parser gives.
Value: TypeAlias = Any
Json: TypeAlias = dict[str, Value]
#: The way to a value: names of fields and positions in lists, from the outside in.
Path: TypeAlias = tuple[str | int, ...]

#: What lies where nothing lies; not None, which may lie anywhere.
NOTHING: Final = object()
#: No list has a position of more digits.
_DIGITS = 9


def pointer(path: Path) -> str:
    """Write a path as a JSON Pointer (RFC 6901)."""
    return "".join([f"/{escaped(str(step))}" for step in path])


def steps_to(place: str, value: Value) -> Path:
    """Read a JSON Pointer as a path: which steps are positions in lists, only the value that it points into can tell."""
    path: list[str | int] = []
    for step in place.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        is_position = isinstance(value, list) and name.isdecimal() and name.isascii()
        path.append(int(name[:_DIGITS]) if is_position else name)
        value = inner(value, path[-1])
    return tuple(path)


def inner(value: Value, step: str | int) -> Value:
    """Give what lies one step further in, NOTHING when nothing does."""
    if isinstance(step, str):
        return value.get(step, NOTHING) if isinstance(value, dict) else NOTHING
    return value[step] if isinstance(value, list) and step < len(value) else NOTHING


def leads_somewhere(place: str, value: Value) -> bool:
    """Say whether a JSON Pointer leads to something in a value."""
    for step in steps_to(place, value):
        value = inner(value, step)
    return value is not NOTHING and (not place or place.startswith("/"))


def text_of(old: Json, name: str) -> str | None:
    """Give a field that is text, None when it is missing or anything else."""
    found = old.get(name)
    return found if isinstance(found, str) else None
