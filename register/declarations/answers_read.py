"""Kept answers read back, strictly: nothing is guessed, and no fault repeats what it found."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

import orjson

from bods.codelists import InterestType, UnspecifiedReason
from bods.exceptions import ShareOutOfRangeError
from bods.records import Share
from register.declarations.draft import (
    NOBODY,
    SUBJECT,
    Declarant,
    Draft,
    EntityAnswer,
    EntityKind,
    Holding,
    NoOwner,
    Particulars,
    PersonAnswer,
)
from register.exceptions import RegisterError

#: The form of the text. Fields that an older form did not have read as left empty; a newer form is refused.
FORM = 1
KEY = re.compile(r"[a-z0-9]{1,32}")

INTERESTS = {str(code): code for code in InterestType}
REASONS = {str(code): code for code in UnspecifiedReason}

T = TypeVar("T")


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
    form = _field(told, "form", int, "the top", FORM)
    if not 1 <= form <= FORM:
        raise AnswersUnreadableError("form")
    draft = Draft(
        company=_read_entity(_field(told, "company", dict, "the top"), "company"),
        declarant=_maybe(told, "declarant", _read_declarant, "declarant"),
        people=_each(told, "people", _read_person),
        entities=_each(told, "entities", _read_entity),
        holdings=_each(told, "holdings", _read_holding),
        no_owner=_maybe(told, "no_owner", _read_no_owner, "no_owner"),
        particulars=dict(particulars or {}),
        answered=frozenset(_each(told, "answered", _read_word)),
    )
    _refuse_double_keys(draft)
    return draft


def particulars_from(written: bytes) -> Particulars:
    """Read a person's private answers back. Raises AnswersUnreadableError, which shows nothing of them."""
    try:
        told = orjson.loads(written)
    except orjson.JSONDecodeError:
        raise AnswersUnreadableError("particulars") from None
    words = ("document_scheme", "document_number", "tax_number", "phone", "email", "home_address")
    return Particulars(
        **{word: _field(told, word, str, "particulars", "") for word in words},
        birth_date=_maybe(told, "birth_date", _read_date, "particulars/birth_date"),
    )


def _field(told: object, name: str, kind: type[T], place: str, default: T | None = None) -> T:
    if not isinstance(told, dict):
        raise AnswersUnreadableError(place)
    value = told.get(name, default)
    if type(value) is not kind:
        raise AnswersUnreadableError(f"{place}/{name}")
    return value


def _each(told: object, name: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
    listed: list[object] = _field(told, name, list, "the top", [])
    return tuple(read(value, f"{name}/{position}") for position, value in enumerate(listed))


def _maybe(told: object, name: str, read: Callable[[object, str], T], place: str) -> T | None:
    if not isinstance(told, dict):
        raise AnswersUnreadableError(place)
    value = told.get(name)
    return None if value is None else read(value, place)


def _read_word(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise AnswersUnreadableError(place)
    return value


def _read_key(told: object, name: str, place: str) -> str:
    key = _field(told, name, str, place)
    if not KEY.fullmatch(key):
        raise AnswersUnreadableError(f"{place}/{name}")
    return key


def _read_entity(told: object, place: str) -> EntityAnswer:
    try:
        kind = EntityKind(_field(told, "kind", str, place))
    except ValueError:
        raise AnswersUnreadableError(f"{place}/kind") from None
    return EntityAnswer(
        key=_read_key(told, "key", place),
        name=_field(told, "name", str, place),
        kind=kind,
        country=_field(told, "country", str, place),
        scheme=_field(told, "scheme", str, place, ""),
        number=_field(told, "number", str, place, ""),
        no_holder=_maybe(told, "no_holder", _read_no_owner, f"{place}/no_holder"),
    )


def _read_person(told: object, place: str) -> PersonAnswer:
    return PersonAnswer(
        key=_read_key(told, "key", place),
        full_name=_field(told, "full_name", str, place),
        nationality=_field(told, "nationality", str, place, ""),
        residence=_field(told, "residence", str, place, ""),
    )


def _read_declarant(told: object, place: str) -> Declarant:
    return Declarant(_field(told, "name", str, place), _field(told, "capacity", str, place))


def _read_holding(told: object, place: str) -> Holding:
    listed: list[object] = _field(told, "controls", list, place, [])
    try:
        controls = tuple(INTERESTS[_read_word(value, place)] for value in listed)
    except KeyError:
        raise AnswersUnreadableError(f"{place}/controls") from None
    return Holding(
        holder=_read_key(told, "holder", place),
        held=_read_key(told, "held", place),
        shares=_maybe(told, "shares", _read_share, f"{place}/shares"),
        votes=_maybe(told, "votes", _read_share, f"{place}/votes"),
        controls=controls,
        since=_maybe(told, "since", _read_date, f"{place}/since"),
    )


def _read_share(told: object, place: str) -> Share:
    try:
        return Share(
            _maybe(told, "minimum", _read_figure, place),
            _maybe(told, "maximum", _read_figure, place),
            _field(told, "minimum_excluded", bool, place, default=False),
            _field(told, "maximum_excluded", bool, place, default=False),
        )
    except ShareOutOfRangeError:
        raise AnswersUnreadableError(place) from None


def _read_figure(value: object, place: str) -> Decimal:
    try:
        return Decimal(_read_word(value, place))
    except InvalidOperation:
        raise AnswersUnreadableError(place) from None


def _read_no_owner(told: object, place: str) -> NoOwner:
    try:
        reason = REASONS[_field(told, "reason", str, place)]
    except KeyError:
        raise AnswersUnreadableError(f"{place}/reason") from None
    return NoOwner(reason, _field(told, "description", str, place, ""))


def _read_date(value: object, place: str) -> date:
    try:
        return date.fromisoformat(_read_word(value, place))
    except ValueError:
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
