"""The form of one question: what it carries unseen, and whether the reader is leaving for now."""

from typing import Any

from flask import request
from wtforms import Field, HiddenField, SubmitField
from wtforms.validators import StopValidation

from register.web.form import RegisterForm


class Answer(RegisterForm):
    """A form whose gaps are allowed when the reader saves and comes back later; what is given must still be right."""

    #: A keyed hash of the answers as they were when the page was made: tells whether they changed elsewhere.
    seen = HiddenField()
    later = SubmitField()

    @property
    def leaving(self) -> bool:
        """Whether "Save and come back later" was pressed."""
        return bool(self.later.data)

    @property
    def questions(self) -> list[Field]:
        """The fields that ask something."""
        return [each for each in self if not isinstance(each, HiddenField | SubmitField)]


class Needed:
    """An answer that may be missing only while the declaration is being written."""

    def __init__(self, message: object) -> None:
        self.message = message

    def __call__(self, form: Answer, field: Field) -> None:
        if field.data and (not isinstance(field.data, str) or field.data.strip()):
            return
        field.errors = []
        if form.leaving:
            raise StopValidation
        raise StopValidation(self.message)


def wrong(field: Any, message: object) -> bool:  # noqa: ANN401 (fields come untyped)
    """Say beside a field what to do; gives False, so that a check can return it."""
    field.errors = [*field.errors, message]
    return False


def asked_for(name: str) -> str:
    """What stands after a name in the address: the words of a search."""
    return request.args.get(name, "")
