"""Answers picked from a list: the messages are ours, and an unknown choice is no choice."""

from typing import Any

from wtforms import Field, RadioField, SelectField, SelectMultipleField
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from register.web.declare.inputs.form import Answer
from register.words import _


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


def radio_field(label: object, choices: list[tuple[str, object]], missing: object, **more: Any) -> RadioField:  # noqa: ANN401
    """One of a few, all in sight."""
    return RadioField(label, choices=choices, validators=[_Picked(missing)], validate_choice=False, **more)


def list_field(label: object, choices: Any, missing: object, **more: Any) -> SelectField:  # noqa: ANN401
    """One of many, in a list that drops down; the empty choice asks to choose."""
    return SelectField(label, choices=choices, validators=[_Picked(missing)], validate_choice=False, **more)


class ChecksField(SelectMultipleField):
    """Several of a few, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: object) -> None:
        if not set(self.data or ()) <= {value for value, *_more in self.iter_choices()}:
            self.data = [
                value for value in self.data if value in {each for each, *_more in self.iter_choices()}
            ]
            raise ValidationError(_("Tick what holds true, and save again"))
