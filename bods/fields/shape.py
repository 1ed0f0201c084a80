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
        # In the form in which they are asked for with every statement.
        self._readers = {field.json: (field.attribute, field.kind.read) for field in fields}
        self._required = tuple((field.attribute, field.json) for field in fields if field.required)
        self._writers = tuple((field.json, attrgetter(field.attribute), field.kind.write) for field in fields)

    def read(self, value: object) -> Thing:
        """Read one JSON object. Raises NotAStatementError with the place below this object."""
        return self._make(**self.attributes(value))

    def attributes(self, value: object) -> dict[str, Any]:
        """Read one JSON object as the attributes of its dataclass, `extra` among them. Raises NotAStatementError."""
        if not isinstance(value, dict):
            raise NotAStatementError("", "an object")
        given: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        readers = self._readers
        for name, item in value.items():
            known = readers.get(name)
            if known is None:
                extra[name] = item
                continue
            attribute, read = known
            try:
                given[attribute] = read(item)
            except NotAStatementError as fault:
                raise fault.under(name) from None
            if not item and type(item) is list:
                extra[name] = item
        for attribute, name in self._required:
            if attribute not in given:
                raise NotAStatementError("", f"a field {name}")
        given["extra"] = extra
        return given

    def write(self, thing: Thing, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Write the dataclass as the JSON object that it was read from, its fields in the standard's order.

        `extra` are the unknown fields to write after them; None for those that the dataclass keeps.
        """
        written: dict[str, Any] = {}
        for name, value_of, write in self._writers:
            value = value_of(thing)
            if value is None or value == ():
                continue
            written[name] = value if write is None else write(value)
        for name, item in (_extra_of(thing) if extra is None else extra).items():
            written.setdefault(name, item)
        return written

    def kind(self) -> Kind:
        """Let this object be the value of another object's field."""
        return Kind(self.read, self.write)
