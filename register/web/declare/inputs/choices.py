"""Answers picked from a list: the messages are ours, and an unknown choice is no choice."""

from collections.abc import Callable, Iterable
from typing import Any

from wtforms import Field, RadioField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from register.web.declare.inputs.form import Answer
from register.words import _

Pairs = Iterable[tuple[str, object]]


def choices_of(pairs: Pairs) -> list[SelectChoice]:
    """Values and words as choices."""
    return [SelectChoice(value=value, label=label) for value, label in pairs]


class _Picked:
    """One of the choices must be sent; an earlier answer does not stand in for it."""

    def __init__(self, missing: object) -> None:
        self.missing = missing

    def __call__(self, form: Answer, field: Field) -> None:
        field.errors = []
        if not field.raw_data:
            field.data = None
        if field.data in {value for value, *_more in field.iter_choices() if value}:
            return
        if form.leaving and not field.data:
            raise StopValidation
        raise StopValidation(self.missing)


def radio_field(label: object, choices: Pairs, missing: object, **more: Any) -> RadioField:  # noqa: ANN401
    """One of a few, all in sight."""
    return RadioField(
        label, choices=choices_of(choices), validators=[_Picked(missing)], validate_choice=False, **more
    )


def list_field(
    label: object,
    choices: Callable[[], list[SelectChoice]],
    missing: object,
    **more: Any,  # noqa: ANN401
) -> SelectField:
    """One of many, in a list that drops down; the empty choice asks to choose."""
    return SelectField(label, choices=choices, validators=[_Picked(missing)], validate_choice=False, **more)


class ChecksField(SelectMultipleField):
    """Several of a few, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()
    data: list[str] | None

    def pre_validate(self, form: object) -> None:
        ticked, known = self.data or [], {value for value, *_more in self.iter_choices()}
        if not set(ticked) <= known:
            self.data = [value for value in ticked if value in known]
            raise ValidationError(_("Tick what holds true, and save again"))
