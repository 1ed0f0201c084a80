"""What to do about a fault, in plain words, for each keyword of the schema."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from jsonschema_rs import ValidationError, ValidationErrorKind

from bods.validation.schema import FROM_YEAR_ONE

_Advice: TypeAlias = Callable[[ValidationError], str]

_TYPES = {
    "string": "text in quotation marks",
    "number": "a number",
    "boolean": "true or false, without quotation marks",
    "array": "a list in square brackets",
    "object": "an object in braces",
}
_FORMATS = {
    "date": "a full date such as 2024-01-31",
    "date-time": "a date and time such as 2024-01-31T09:30:00Z",
    "uri": "a full web address such as https://example.org/page",
}
_PATTERNS = {
    r"^(\d+\.)(\d+)$": "the version as two numbers with a point between, such as 0.4",
    r"^(\d{4})(-(1[0-2]|0[1-9]))?$": "a year or a year and month such as 1980-07",
    FROM_YEAR_ONE: "a year of the calendar, which begins with 0001",
}


def advice(error: ValidationError) -> tuple[str, str]:
    """Give the field that a schema error is about, and what to do, as the second half of a sentence."""
    return _field(error), _what(error)


def _field(error: ValidationError) -> str:
    kind = error.kind
    if isinstance(kind, ValidationErrorKind.Required):
        return kind.property
    if isinstance(kind, ValidationErrorKind.AnyOf) and isinstance(_last(error.instance_path), int):
        # A member of a list has no name of its own: name the first field that would mend it.
        for branch in kind.context:
            for inner in branch:
                if isinstance(inner.kind, ValidationErrorKind.Required):
                    return inner.kind.property
    named = [step for step in error.instance_path if isinstance(step, str)]
    return named[-1] if named else ""


def _last(path: Sequence[str | int]) -> str | int:
    return path[-1] if path else ""


def _what(error: ValidationError) -> str:
    words = _WORDS.get(error.kind.name)
    return words(error) if words else "write it as the standard asks"


def _type(error: ValidationError) -> str:
    kind = error.kind
    types = kind.types if isinstance(kind, ValidationErrorKind.Type) else []
    return "write " + " or ".join(_TYPES.get(name, name) for name in types)


def _required(error: ValidationError) -> str:
    kind = error.kind
    return f"add the field {kind.property}" if isinstance(kind, ValidationErrorKind.Required) else ""


def _enum(error: ValidationError) -> str:
    kind = error.kind
    options = kind.options if isinstance(kind, ValidationErrorKind.Enum) else []
    codes = ", ".join(str(option) for option in options) if isinstance(options, list) else str(options)
    lead = "use one of the codes" if "," in codes else "use the code"
    if _last(error.instance_path) == "subtype" and "then" in map(str, error.schema_path):
        return f"for this type of entity {lead} {codes}, or leave the field out"
    return f"{lead} {codes}"


def _format(error: ValidationError) -> str:
    kind = error.kind
    name = kind.format if isinstance(kind, ValidationErrorKind.Format) else ""
    return f"write {_FORMATS.get(name, 'it in the form ' + name)}"


def _pattern(error: ValidationError) -> str:
    kind = error.kind
    pattern = kind.pattern if isinstance(kind, ValidationErrorKind.Pattern) else ""
    return f"write {_PATTERNS.get(pattern, 'it in the form ' + pattern)}"


def _limit(before: str, after: str = "") -> _Advice:
    def words(error: ValidationError) -> str:
        return f"{before} {getattr(error.kind, 'limit', '')}{after}"

    return words


def _const(error: ValidationError) -> str:
    if _last(error.instance_path) == "componentRecords":
        return "empty this list, since a component has no components of its own"
    if _last(error.instance_path) == "transformedContent":
        return "leave this field out, or give the motivation transformation"
    kind = error.kind
    expected = kind.expected_value if isinstance(kind, ValidationErrorKind.Constant) else ""
    return f"write {expected!r}"


def _any_of(error: ValidationError) -> str:
    kind = error.kind
    choices = (
        kind.context
        if isinstance(kind, ValidationErrorKind.AnyOf | ValidationErrorKind.OneOfNotValid)
        else []
    )
    kinds = [inner.kind for branch in choices for inner in branch]
    missing = [inner.property for inner in kinds if isinstance(inner, ValidationErrorKind.Required)]
    if len(missing) == len(kinds):
        return "add " + " or ".join(f"the field {name}" for name in dict.fromkeys(missing))
    # An alternative of another type is not the one that was meant; if one is left, its own faults tell most.
    meant = [branch for branch in choices if not any(_is_other_type(inner, error) for inner in branch)]
    if len(meant) == 1 and len(choices) > 1:
        return " and ".join(dict.fromkeys(_what(inner) for inner in meant[0]))
    ways = [" and ".join(dict.fromkeys(_what(inner) for inner in branch)) for branch in meant or choices]
    return ", or ".join(dict.fromkeys(ways))


def _is_other_type(inner: ValidationError, outer: ValidationError) -> bool:
    return inner.kind.name == "type" and inner.instance_path == outer.instance_path


_WORDS: Mapping[str, _Advice] = {
    "type": _type,
    "required": _required,
    "enum": _enum,
    "format": _format,
    "pattern": _pattern,
    "anyOf": _any_of,
    "oneOf": _any_of,
    "const": _const,
    "maximum": _limit("write a number of at most"),
    "minimum": _limit("write a number of at least"),
    "maxLength": _limit("shorten this to at most", " characters"),
    "minLength": _limit("lengthen this to at least", " characters"),
    "minProperties": _limit("give at least", " of its fields"),
}
