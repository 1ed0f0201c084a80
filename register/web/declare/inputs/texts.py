"""Answers in words: names of any script and length up to a limit, addresses, telephone numbers and e-mail."""

import re
import unicodedata
from typing import Any

import phonenumbers
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import StopValidation, ValidationError

from register.web.declare.inputs.form import Needed
from register.web.declare.kept import jurisdiction
from register.words import _

#: Letters and spaces of a name; nobody is known to have a longer one.
MOST_LETTERS = 300
MOST_LINES = 2000


def one_space(text: str | None) -> str | None:
    """Take away what surrounds the words and the doubled spaces between them."""
    return " ".join(text.split()) if text else text


def at_the_ends(text: str | None) -> str | None:
    """Take away what surrounds a text of several lines."""
    return text.strip() if text else text


def no_longer(most: int = MOST_LETTERS) -> object:
    """Refuse longer answers, and say how long this one is."""

    def check(_form: object, field: Field) -> None:
        if field.data and len(field.data) > most:
            raise ValidationError(
                _(
                    "Shorten this to %(most)s letters or fewer; it has %(length)s",
                    most=most,
                    length=len(field.data),
                )
            )

    return check


def has_a_letter(_form: object, field: Field) -> None:
    """A name has a letter of some script in it."""
    if field.data and not any(unicodedata.category(letter).startswith("L") for letter in field.data):
        raise ValidationError(_("Enter the name in letters; you may use any script"))


def name_field(label: object, missing: object, **more: Any) -> StringField:  # noqa: ANN401
    """A person's or a body's name."""
    return StringField(
        label, validators=[Needed(missing), no_longer(), has_a_letter], filters=[one_space], **more
    )


def text_field(label: object, *checks: object, most: int = MOST_LETTERS, **more: Any) -> StringField:  # noqa: ANN401
    """One line of text."""
    return StringField(label, validators=[*checks, no_longer(most)], filters=[one_space], **more)


def lines_field(label: object, *checks: object, **more: Any) -> TextAreaField:  # noqa: ANN401
    """Several lines of text."""
    return TextAreaField(label, validators=[*checks, no_longer(MOST_LINES)], filters=[at_the_ends], **more)


def email_address(_form: object, field: Field) -> None:
    """The form of an address; whether it exists only a letter can tell."""
    if field.data and not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", field.data):
        raise ValidationError(_("Enter an e-mail address such as name@example.org"))


def phone_number(_form: object, field: Field) -> None:
    """A number that could be dialled, kept with the code of its country."""
    if not field.data:
        return
    try:
        number = phonenumbers.parse(field.data, jurisdiction().country_code)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise StopValidation(
            _("Enter a telephone number such as 0712 345 678, or with + and the country’s code")
        )
    field.data = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
