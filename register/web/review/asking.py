"""What registrars type: questions, reasons, what they saw, and what they propose and decide."""

from wtforms.fields import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length

from register.web.day_field import DayField
from register.web.form import RegisterForm
from register.words import _

LONGEST_REASON = 4000
LONGEST_NUMBER = 40
TOO_LONG = _("Write at most 4,000 letters.")


class AcceptForm(RegisterForm):
    """Nothing is typed to accept a declaration."""


class RejectForm(RegisterForm):
    """Why a declaration is rejected; the supplier reads it."""

    reason = TextAreaField(
        _("Reason for the supplier"),
        [
            DataRequired(_("Write what the supplier must put right.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
    )


class SeenForm(RegisterForm):
    """The number on the document that was seen, and where and when it was."""

    number = StringField(
        _("Number on the document you have seen"),
        [
            DataRequired(_("Enter the number as it stands on the document.")),
            Length(max=LONGEST_NUMBER, message=_("Enter at most 40 letters and figures.")),
        ],
    )
    reason = TextAreaField(
        _("What you saw, and where"),
        [
            DataRequired(_("Write what you saw, where and when.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
    )


class TakeForm(RegisterForm):
    """Nothing is typed to take a declaration into review, to take a proposal back or to open what was approved."""


class AskForm(RegisterForm):
    """A question to the supplier, and which answer it is about."""

    about = SelectField(_("About"), validate_choice=False)
    question = TextAreaField(
        _("Question"),
        [
            DataRequired(_("Write your question.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
    )


class CheckForm(RegisterForm):
    """What a look at a paper showed."""

    outcome = RadioField(
        _("What you found"),
        choices=[
            SelectChoice("matches", _("It matches what is declared")),
            SelectChoice("differs", _("It does not match")),
        ],
        validate_choice=False,
        validators=[AnyOf(["matches", "differs"], message=_("Choose what you found."))],
    )
    words = TextAreaField(
        _("What you compared"),
        [
            DataRequired(_("Write what you compared with what.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
    )


class ReasonForm(RegisterForm):
    """Why something is proposed; a colleague reads it, and the audit trail keeps it."""

    reason = TextAreaField(
        _("Reason"),
        [
            DataRequired(_("Write why, so that your colleague can decide.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
    )


class ProtectForm(ReasonForm):
    """What is to become of somebody's protection."""

    do = RadioField(_("Decision"), validators=[InputRequired(_("Choose a decision."))])


class WhyForm(RegisterForm):
    """What a registrar needs the words for in which somebody asks for protection; the audit trail keeps it."""

    purpose = TextAreaField(
        _("What do you need it for?"),
        [
            DataRequired(_("Write what you need it for. The audit trail keeps it.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
    )


class RedactForm(ReasonForm):
    """What stands in the place of what is taken out."""

    code = RadioField(
        _("What the public reads instead"), validators=[InputRequired(_("Choose what the public reads."))]
    )
    words = StringField(_("In words"), [Length(max=200, message=_("Write at most 200 letters."))])


class DecideForm(RegisterForm):
    """What a second pair of eyes decides."""

    outcome = RadioField(
        _("Decision"),
        choices=[SelectChoice("approved", _("Approve")), SelectChoice("refused", _("Refuse"))],
        validate_choice=False,
        validators=[AnyOf(["approved", "refused"], message=_("Choose whether you approve or refuse."))],
    )
    reason = TextAreaField(
        _("Reason"),
        [
            DataRequired(_("Write why. The audit trail keeps it with your name.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
    )


class RuleForm(ReasonForm):
    """A setting's new value, from when on, and on what law it rests."""

    value = StringField(
        _("New value"),
        [
            DataRequired(_("Enter the new value in figures.")),
            Length(max=10, message=_("Enter at most 10 figures.")),
        ],
    )
    from_day = DayField(_("In force from"), missing=_("Enter the day from which it is in force."))
    source = StringField(
        _("Law or decision it rests on"),
        [
            DataRequired(_("Enter the law or decision; the public reads it.")),
            Length(max=300, message=_("Write at most 300 letters.")),
        ],
    )
