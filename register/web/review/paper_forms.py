"""What staff type about papers: a declaration that came on paper, its scan, and why a claim is refused."""

from typing import Any

from flask import current_app
from wtforms.fields import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from register.web.day_field import DayField
from register.web.form import RegisterForm
from register.web.uploading import PaperField
from register.words import _


class RefuseClaimForm(RegisterForm):
    """Why somebody may not act for a company; they read it."""

    reason = TextAreaField(
        _("Reason for the person"),
        [
            DataRequired(_("Write which paper you need, or why this one does not prove it.")),
            Length(max=1000, message=_("Write at most 1,000 letters.")),
        ],
    )


class PaperForm(RegisterForm):
    """A declaration that came on paper: whose it is, what it is, and who signed it."""

    scheme = SelectField(_("Register that numbers the company"), [DataRequired(_("Choose a register."))])
    number = StringField(
        _("Company number"),
        [
            DataRequired(_("Enter the company’s number.")),
            Length(max=60, message=_("Enter a number of at most 60 letters.")),
        ],
    )
    company_name = StringField(
        _("Registered name of the company"),
        [
            DataRequired(_("Enter the company’s registered name.")),
            Length(max=200, message=_("Enter a name of at most 200 letters.")),
        ],
        description=_("A company that the register knows already keeps the name it has."),
    )
    title = StringField(
        _("What the paper is"),
        [
            DataRequired(_("Write what the paper is, with its stamp or number.")),
            Length(max=200, message=_("Enter at most 200 letters.")),
        ],
        description=_("For example: disclosure form, stamped 1142 at the office in Wote."),
    )
    signed_name = StringField(
        _("Who signed it"),
        [
            DataRequired(_("Enter the name of whoever signed the paper.")),
            Length(max=200, message=_("Enter a name of at most 200 letters.")),
        ],
    )
    signed_capacity = StringField(
        _("As what they signed"),
        [
            DataRequired(_("Enter as what they signed, for example director.")),
            Length(max=100, message=_("Enter at most 100 letters.")),
        ],
    )
    signed_on = DayField(
        _("The day it was signed"), missing=_("Enter the day on which the paper was signed.")
    )

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 (as wtforms gives them)
        super().__init__(**more)
        schemes = current_app.extensions["jurisdiction"].identifier_schemes
        self.scheme.choices = [SelectChoice(each.code, each.label) for each in schemes]


class ScanForm(RegisterForm):
    """A scan or photograph of the paper."""

    scan = PaperField(_("Scan or photograph of the paper"), missing=_("Choose the scan of the paper."))
