"""How the fields of one old object come into the new one: every field is looked at, so that none can get lost."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from bods.upgrade.here import Here
from bods.upgrade.values import Json, Value

Convert: TypeAlias = Callable[[Value, Here], Value]

#: A converter's answer when its value cannot stay here; it has told why, or has put the value elsewhere.
LEFT_OUT: Final = object()


class Way(NamedTuple):
    """A field's way into the new object: its name there, and how its value is written there (None: as it is).

    `fits` knows quickly that a value may stay as it is.
    """

    to: str
    convert: Convert | None = None
    fits: Callable[[Value], bool] | None = None


#: The ways of one kind of object, by the names of old fields. None: whoever made the table reads the field himself.
Ways: TypeAlias = Mapping[str, Way | None]


def carried(old: Mapping[str, Value], ways: Ways, here: Here) -> Json:
    """Give the new object. A field without a way is one that the standard does not know: it travels along as it is.

    Two old fields with one place in the new object (`jurisdiction` and `incorporatedInJurisdiction`): the first stays,
    the other is told when it says something else.
    """
    new: Json = {}
    for name, value in old.items():
        to, item = name, value
        if name in ways:
            way = ways[name]
            if way is None:
                continue
            to, convert, fits = way
            if convert is not None and not (fits is not None and fits(value)):
                item = convert(value, here.at(name, to))
                if item is LEFT_OUT:
                    continue
        if to in new and new[to] != item:
            here.tell(name, f"Left out: another field says it in another way, and has become {to}.")
            continue
        new[to] = item
        if here.moves is not None:
            here.move((name,), (to,))
    return new


def same(*names: str) -> dict[str, Way]:
    """Give the ways of fields that keep their name and form."""
    return {name: Way(name) for name in names}


def read_elsewhere(names: Iterable[str]) -> dict[str, None]:
    """Give no way to fields that whoever makes the table reads himself."""
    return dict.fromkeys(names)


def each(convert: Convert) -> Convert:
    """Convert every member of a list; anything but a list comes back as it is, to be told when it is found invalid."""

    def members(old: object, here: Here) -> object:
        if not isinstance(old, list):
            return old
        new: list[Value] = []
        for place, item in enumerate(old):
            made = convert(item, here.at(place, len(new)))
            if made is not LEFT_OUT:
                here.move((place,), (len(new),))
                new.append(made)
        return new

    return members
