"""What people type about who acts for a company."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import current_app
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, DataRequired, Length

from register.access import Capacity, CompanyRole
from register.store.contacts import Contact, contact
from register.web.day_field import DayField
from register.web.form import RegisterForm
from register.web.mandate_words import CAPACITIES, PAPERS, ROLES
from register.web.uploading import PaperField
from register.words import _

#: A delegation lasts at most so long; longer ones are given without an end, and taken back.
LONGEST_DELEGATION = timedelta(days=5 * 366)


def _bare(text: str | None) -> str | None:
    return " ".join(text.split()) if text else text


def _pick(label: object, choices: dict[str, str], missing: object, **more: object) -> RadioField:
    return RadioField(
        label,
        choices=[SelectChoice(value, _(words)) for value, words in choices.items()],
        validate_choice=False,
        validators=[AnyOf(list(choices), message=missing)],
        **more,
    )


def _to_come(day: date) -> object | None:
    today = datetime.now(UTC).date()
    if day < today:
        return _("Enter a day that is still to come, or leave it empty")
    return _("Enter a day within five years, or leave it empty") if day > today + LONGEST_DELEGATION else None


class PlainForm(RegisterForm):
    """Nothing is typed: a button was pressed."""


class RoleForm(RegisterForm):
    """What a colleague may do, and until when."""

    role = _pick(
        _("What may they do?"),
        {role.value: words for role, words in ROLES.items()},
        _("Choose what they may do"),
    )
    until = DayField(
        _("Last day"),
        description=_("Leave it empty to let them act until you take it back."),
        check=_to_come,
    )

    @property
    def asked_role(self) -> CompanyRole:
        """The role that was picked."""
        return CompanyRole(self.role.data)


class AskForm(RegisterForm):
    """What somebody asks to be for a company, and why they may."""

    role = _pick(
        _("What do you need to do?"),
        {role.value: words for role, words in ROLES.items()},
        _("Choose what you need to do"),
    )
    capacity = _pick(
        _("Why may you act for the company?"),
        {capacity.value: words for capacity, words in CAPACITIES.items()},
        _("Choose why you may act"),
    )
    firm = StringField(
        _("Your firm"),
        description=_("Only for agents. It is shown with every declaration that you sign."),
        filters=[_bare],
        validators=[Length(max=200, message=_("Enter a name of at most 200 letters."))],
    )

    def validate(self, extra_validators: object = None) -> bool:
        """An agent names the firm."""
        good = super().validate(extra_validators)
        if self.capacity.data == Capacity.AGENT.value and not self.firm.data:
            self.firm.errors = [*self.firm.errors, _("Enter the name of your firm")]
            return False
        return good


class NewCompanyForm(AskForm):
    """The same for a company that is not in the register yet."""

    scheme = SelectField(
        _("Register that numbers the company"), validators=[DataRequired(_("Choose a register."))]
    )
    number = StringField(
        _("Company number"),
        filters=[_bare],
        validators=[
            DataRequired(_("Enter the company’s number.")),
            Length(max=60, message=_("Enter a number of at most 60 letters.")),
        ],
    )
    company_name = StringField(
        _("Registered name of the company"),
        filters=[_bare],
        validators=[
            DataRequired(_("Enter the company’s registered name.")),
            Length(max=200, message=_("Enter a name of at most 200 letters.")),
        ],
    )

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 (as wtforms gives them)
        super().__init__(**more)
        schemes = current_app.extensions["jurisdiction"].identifier_schemes
        self.scheme.choices = [SelectChoice(each.code, each.label) for each in schemes]


class InviteForm(AskForm):
    """Whom to invite, as what, and until when."""

    contact = StringField(
        _("E-mail address or mobile number"),
        description=_("The link goes there. It works once, for seven days."),
        filters=[_bare],
        validators=[DataRequired(_("Enter an e-mail address or a mobile number"))],
    )
    until = DayField(
        _("Last day"),
        description=_("Leave it empty to let them act until you take it back."),
        check=_to_come,
    )
    reached: Contact | None = None

    def validate(self, extra_validators: object = None) -> bool:
        """The contact can be one."""
        good = super().validate(extra_validators)
        country = current_app.extensions["jurisdiction"].country_code
        self.reached = contact(self.contact.data or "", country)
        if self.contact.data and self.reached is None:
            self.contact.errors = [
                *self.contact.errors,
                _("Enter an e-mail address such as name@example.org, or a number such as 0712 345 678"),
            ]
            return False
        return good


class ProofForm(RegisterForm):
    """A paper that proves a claim."""

    kind = SelectField(
        _("What is it?"),
        choices=[SelectChoice(kind, _(words)) for kind, words in PAPERS.items()],
        validate_choice=False,
        validators=[AnyOf(list(PAPERS), message=_("Choose what the paper is"))],
    )
    paper = PaperField(_("The paper"), missing=_("Choose a file to hand in"))


class RefuseForm(RegisterForm):
    """Why somebody is not let in; they read it."""

    reason = TextAreaField(
        _("Reason"),
        description=_("The person reads it."),
        validators=[
            DataRequired(_("Write why, in words the person can act on.")),
            Length(max=1000, message=_("Write at most 1,000 letters.")),
        ],
    )
