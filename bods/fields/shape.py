"""How a JSON object becomes a dataclass and is written back: fields, kinds of values, shapes of objects."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from bods.exceptions import NotAStatementError

Thing = TypeVar("Thing")
_extra_of: Callable[[object], Mapping[str, Any]] = attrgetter("extra")
Read = Callable[[object], Any]
Write = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of value is read from JSON and written to it (None: written as it is)."""

    read: Read
    write: Write | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in JSON, its attribute here, and the kind of its value."""

    json: str
    attribute: str
    kind: Kind
    required: bool = False


class Shape(Generic[Thing]):
    """One kind of JSON object and the dataclass that it becomes; unknown fields travel in `extra`."""

    def __init__(self, make: Callable[..., Thing], *fields: Field) -> None:
        self._make = make
        self._fields = fields
        self._by_name = {field.json: field for field in fields}
        self._required = tuple(field for field in fields if field.required)

    def read(self, value: object) -> Thing:
        """Read one JSON object. Raises NotAStatementError with the place below this object."""
        if not isinstance(value, dict):
            raise NotAStatementError("", "an object")
        given: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        for name, item in value.items():
            field = self._by_name.get(name)
            if field is None:
                extra[name] = item
                continue
            try:
                given[field.attribute] = field.kind.read(item)
            except NotAStatementError as fault:
                raise fault.under(name) from None
            if item == []:
                extra[name] = item
        for field in self._required:
            if field.attribute not in given:
                raise NotAStatementError("", f"a field {field.json}")
        return self._make(**given, extra=extra)

    def write(self, thing: Thing) -> dict[str, Any]:
        """Write the dataclass as the JSON object that it was read from, its fields in the standard's order."""
        written: dict[str, Any] = {}
        for field in self._fields:
            value = getattr(thing, field.attribute)
            if value is None or value == ():
                continue
            write = field.kind.write
            written[field.json] = value if write is None else write(value)
        for name, item in _extra_of(thing).items():
            written.setdefault(name, item)
        return written

    def kind(self) -> Kind:
        """Let this object be the value of another object's field."""
        return Kind(self.read, self.write)
