"""What every form has in common: protection against forged posts, and no hidden characters in any answer."""

import unicodedata

from flask_wtf import FlaskForm
from wtforms import Field, StringField

from register.words import _

#: Line breaks and tabs may stand in long answers; every other control or format trick may not.
ALLOWED = frozenset("\n\r\t")
TRICKS = frozenset("\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def hidden_characters(text: str) -> bool:
    """Whether a text holds characters that do not show: NUL and other controls, or ones that turn the direction.

    Joiners stay allowed: names in several scripts need them.
    """
    return any(
        letter not in ALLOWED and (letter in TRICKS or unicodedata.category(letter) in {"Cc", "Cs"})
        for letter in text
    )


class RegisterForm(FlaskForm):
    """A form whose texts come in one Unicode form (NFC) and without hidden characters."""

    def validate(self, extra_validators: object = None) -> bool:
        good = super().validate(extra_validators)
        return all([good, *[_visible(field) for field in _texts(self)]])


def _texts(form: object) -> list[Field]:
    found: list[Field] = []
    for field in form:  # type: ignore[attr-defined]
        if hasattr(field, "form"):
            found += _texts(field.form)
        elif isinstance(field, StringField):
            found.append(field)
    return found


def _visible(field: Field) -> bool:
    if not isinstance(field.data, str):
        return True
    if hidden_characters(field.data):
        field.data = "".join(letter for letter in field.data if not hidden_characters(letter))
        field.errors = [
            *field.errors,
            _("There was a hidden character in this answer; we took it out. Check it and save again."),
        ]
        return False
    field.data = unicodedata.normalize("NFC", field.data)
    return True
