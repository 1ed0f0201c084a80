"""What was typed beside what is there now, for a question that was answered elsewhere in the meantime; either can be kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import request
from wtforms import BooleanField, Field, FormField, SelectMultipleField
from wtforms.fields import SelectFieldBase

from register.web.declare.inputs.countries import CountryField, country_name
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer
from register.words import _

#: Before the name of a question: which of its two answers is kept.
PICK = "keep-"
MINE, THERE = "mine", "there"


@dataclass(frozen=True, slots=True)
class Difference:
    """One question with two answers, in words; `pick` is the name under which one of them is picked."""

    label: object
    typed: object
    there: object
    pick: str


def differences(form: Answer, there: Mapping[str, object]) -> tuple[Difference, ...]:
    """Every field whose answer differs from the one that is kept."""
    return tuple(_found(form, there))


def keep_picked(form: Answer, there: Mapping[str, object]) -> None:
    """Put the answers that are kept now into the fields for which the reader picked them."""
    for field in form.questions:
        if request.form.get(f"{PICK}{field.short_name}") == THERE:
            value = there.get(field.short_name)
            field.process(None, value)
            if not isinstance(field, FormField):
                field.raw_data = [value] if value else []


def _found(form: Answer, there: Mapping[str, object]) -> Iterator[Difference]:
    for field in form.questions:
        now = there.get(field.short_name)
        if _plain(field.data) != _plain(now):
            name = f"{PICK}{field.short_name}"
            yield Difference(field.label.text, _said(field, field.data), _said(field, now), name)


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, list) else (value or "")


def _said(field: Field, value: object) -> object:
    if isinstance(field, DayField):
        parts = value if isinstance(value, dict) else {}
        return " ".join(str(parts.get(part) or "") for part in ("day", "month", "year")).strip()
    if isinstance(field, CountryField):
        return country_name(str(value or ""))
    if isinstance(field, BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, SelectFieldBase):
        picked = value if isinstance(field, SelectMultipleField) and isinstance(value, list) else [value]
        words = [label for code, label, *_more in field.iter_choices() if code and code in picked]
        return ", ".join(str(each) for each in words)
    return value or ""
