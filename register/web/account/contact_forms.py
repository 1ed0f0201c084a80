"""What people type about how they are reached, and the codes that prove it."""

from flask import current_app
from wtforms import Field, StringField
from wtforms.validators import AnyOf, InputRequired, Length, Regexp, StopValidation

from register.jurisdictions import Jurisdiction
from register.store.contacts import Contact, ContactKind, contact, spelled
from register.web.form import RegisterForm
from register.words import _


def _bare(text: str | None) -> str | None:
    return text.strip() if text else text


def country() -> str:
    """The country whose numbers are written without +."""
    jurisdiction: Jurisdiction = current_app.extensions["jurisdiction"]
    return jurisdiction.country_code


def contact_typed(text: str) -> Contact | None:
    """What was typed as an address or number of this country; None when it is neither."""
    return contact(text, country())


def name_typed(text: str) -> str:
    """What was typed to sign in with, in the way of writing by which it would be found."""
    return spelled(text, country())


def _reaches(_form: object, field: Field) -> None:
    if contact_typed(field.data or "") is None:
        raise StopValidation(
            _("Enter an e-mail address such as name@example.org, or a mobile number such as 0712 345 678.")
        )


def _is_email(_form: object, field: Field) -> None:
    known = contact_typed(field.data or "")
    if known is None or known.kind is not ContactKind.EMAIL:
        raise StopValidation(_("Enter an e-mail address such as name@example.org."))


def _is_phone(_form: object, field: Field) -> None:
    known = contact_typed(field.data or "")
    if known is None or known.kind is not ContactKind.PHONE:
        raise StopValidation(
            _("Enter a mobile number such as 0712 345 678, or with + and the country’s code.")
        )


def _field(label: object, check: object, *, says: object = "") -> Field:
    return StringField(
        label,
        description=says,
        filters=[_bare],
        validators=[InputRequired(_("Enter an e-mail address or a mobile number.")), check],
    )


class ReachForm(RegisterForm):
    """An address or number at which a code is to arrive."""

    contact = _field(_("E-mail address or mobile number"), _reaches)


class JoinForm(RegisterForm):
    """Who wants an account, and where the code that proves it is to arrive."""

    name = StringField(
        _("Your name"),
        description=_("As it stands in your identity card or passport."),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter your name.")),
            Length(max=200, message=_("Enter a name of at most 200 letters.")),
        ],
    )
    contact = _field(
        _("E-mail address or mobile number"),
        _reaches,
        says=_("You will sign in with it. We send a code to it now."),
    )


class NewEmailForm(RegisterForm):
    """Another address of mail."""

    contact = _field(_("New e-mail address"), _is_email)


class NewPhoneForm(RegisterForm):
    """Another mobile number."""

    contact = _field(_("New mobile number"), _is_phone)


class SentCodeForm(RegisterForm):
    """The six digits that arrived."""

    code = StringField(
        _("Code"),
        description=_("Six digits. The code works once, for ten minutes, and only in this browser."),
        validators=[
            InputRequired(_("Enter the six digits that we sent you.")),
            Regexp(r"^\s*\d{3}\s?\d{3}\s*$", message=_("Enter six digits, as we sent them.")),
        ],
    )


class UndoForm(RegisterForm):
    """The button that undoes a change."""

    answer = StringField(validators=[AnyOf(["undo"], message=_("Press the button to undo it."))])
