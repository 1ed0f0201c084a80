"""What was typed beside what is there now, for a question that was answered elsewhere in the meantime."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wtforms import BooleanField, Field, SelectMultipleField
from wtforms.fields import SelectFieldBase

from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer
from register.words import _


@dataclass(frozen=True, slots=True)
class Difference:
    """One question with two answers, in words."""

    label: object
    typed: object
    there: object


def differences(form: Answer, there: Mapping[str, object]) -> tuple[Difference, ...]:
    """Every field whose answer differs from the one that is kept."""
    return tuple(_found(form, there))


def _found(form: Answer, there: Mapping[str, object]) -> Iterator[Difference]:
    for field in form.questions:
        now = there.get(field.short_name)
        if _plain(field.data) != _plain(now):
            yield Difference(field.label.text, _said(field, field.data), _said(field, now))


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, list) else (value or "")


def _said(field: Field, value: object) -> object:
    if isinstance(field, DayField):
        parts = value if isinstance(value, dict) else {}
        return " ".join(str(parts.get(part) or "") for part in ("day", "month", "year")).strip()
    if isinstance(field, BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, SelectFieldBase):
        picked = value if isinstance(field, SelectMultipleField) and isinstance(value, list) else [value]
        words = [label for code, label, *_more in field.iter_choices() if code and code in picked]
        return ", ".join(str(each) for each in words)
    return value or ""
