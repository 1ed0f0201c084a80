"""Kept answers read back, strictly: nothing is guessed, and no fault repeats what it found."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import orjson

from bods.exceptions import ShareOutOfRangeError
from bods.records import Share
from register.declarations.draft import NOBODY, SUBJECT, Draft, Particulars
from register.declarations.keys import KEY
from register.exceptions import RegisterError

__all__ = ["FORM", "KEY", "AnswersUnreadableError", "from_text", "particulars_from"]

#: The form of the text. Fields that an older form did not have read as left empty; a newer form is refused.
#: Form 1 had four kinds of body, holdings that never ended, and no posts, claims or ventures.
FORM = 2
#: Fields that hold the key of somebody or something.
_KEYS = frozenset({"key", "holder", "held"})

#: Reads one value of the text; the text says where it stands.
Read = Callable[[Any, str], Any]


class AnswersUnreadableError(RegisterError):
    """Kept answers are not as this register writes them; `place` says where, never what stands there."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(f"the kept answers cannot be read at {place}")


def from_text(text: str, particulars: Mapping[str, Particulars] | None = None) -> Draft:
    """Read answers back, and put the particulars (by person key) beside them. Raises AnswersUnreadableError."""
    try:
        told = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise AnswersUnreadableError("the top") from None
    _refuse_other_forms(told)
    draft: Draft = _object(Draft, {name: each for name, each in told.items() if name != "particulars"}, "")
    _refuse_double_keys(draft)
    return replace(draft, particulars=dict(particulars or {}))


def particulars_from(written: bytes) -> Particulars:
    """Read a person's private answers back. Raises AnswersUnreadableError, which shows nothing of them."""
    try:
        told = orjson.loads(written)
    except orjson.JSONDecodeError:
        raise AnswersUnreadableError("particulars") from None
    read: Particulars = _object(Particulars, told, "particulars")
    return read


def _refuse_other_forms(told: object) -> None:
    if not isinstance(told, dict):
        raise AnswersUnreadableError("the top")
    form = told.get("form", FORM)
    if type(form) is not int or not 1 <= form <= FORM:
        raise AnswersUnreadableError("form")


def _object(shape: type, told: object, place: str) -> Any:  # noqa: ANN401
    if not isinstance(told, dict):
        raise AnswersUnreadableError(place or "the top")
    found = {}
    for name, (read, may_lack) in _readers(shape).items():
        if name in told:
            found[name] = read(told[name], _within(place, name))
        elif not may_lack:
            raise AnswersUnreadableError(_within(place, name))
    return shape(**found)


def _within(place: str, name: str) -> str:
    return f"{place}/{name}" if place else name


def _may_lack(each: "Field[Any]") -> bool:
    return each.default is not MISSING or each.default_factory is not MISSING


@cache
def _readers(shape: type) -> Mapping[str, tuple[Read, bool]]:
    """What reads each field, in their order, and whether the field may be lacking."""
    hints = get_type_hints(shape)
    return {
        each.name: (_read_key if each.name in _KEYS else _reader(hints[each.name]), _may_lack(each))
        for each in fields(shape)
    }


def _reader(kind: Any) -> Read:  # noqa: ANN401
    """Give what reads a value of one type: a text, a truth, a day, a code, a share, a list, an object, or none of it."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _or_none(_reader(inner[0]))
    if origin in (tuple, frozenset):
        return _many(origin, _reader(inner[0]))
    return _reader_of_one(kind)


def _reader_of_one(kind: Any) -> Read:  # noqa: ANN401
    if kind is Share:
        return _read_share
    if kind is date:
        return _read_date
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _code(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda told, place: _object(kind, told, place)
    return _exactly(kind)


def _or_none(read: Read) -> Read:
    return lambda told, place: None if told is None else read(told, place)


def _many(origin: Callable[[Any], Any], read: Read) -> Read:
    def read_all(told: Any, place: str) -> Any:  # noqa: ANN401
        listed = _exactly(list)(told, place)
        return origin(read(value, f"{place}/{position}") for position, value in enumerate(listed))

    return read_all


def _exactly(kind: type) -> Read:
    def read(told: Any, place: str) -> Any:  # noqa: ANN401
        if type(told) is not kind:
            raise AnswersUnreadableError(place)
        return told

    return read


def _code(kind: type[Enum]) -> Read:
    codes = {each.value: each for each in kind}

    def read(told: Any, place: str) -> Any:  # noqa: ANN401
        if not isinstance(told, str) or told not in codes:
            raise AnswersUnreadableError(place)
        return codes[told]

    return read


def _read_key(told: Any, place: str) -> str:  # noqa: ANN401
    if not isinstance(told, str) or not KEY.fullmatch(told):
        raise AnswersUnreadableError(place)
    return told


def _read_date(told: Any, place: str) -> date:  # noqa: ANN401
    try:
        return date.fromisoformat(_exactly(str)(told, place))
    except ValueError:
        raise AnswersUnreadableError(place) from None


def _read_share(told: Any, place: str) -> Share:  # noqa: ANN401
    if not isinstance(told, dict):
        raise AnswersUnreadableError(place)
    truth, figure = _exactly(bool), _or_none(_read_figure)
    try:
        return Share(
            figure(told.get("minimum"), place),
            figure(told.get("maximum"), place),
            truth(told.get("minimum_excluded", False), place),
            truth(told.get("maximum_excluded", False), place),
        )
    except ShareOutOfRangeError:
        raise AnswersUnreadableError(place) from None


def _read_figure(told: Any, place: str) -> Decimal:  # noqa: ANN401
    try:
        return Decimal(_exactly(str)(told, place))
    except InvalidOperation:
        raise AnswersUnreadableError(place) from None


def _refuse_double_keys(draft: Draft) -> None:
    keys = [
        SUBJECT,
        NOBODY,
        *(person.key for person in draft.people),
        *(entity.key for entity in draft.entities),
    ]
    if len(keys) != len(set(keys)):
        raise AnswersUnreadableError("keys")
