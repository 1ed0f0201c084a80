"""What registrars type: why a declaration is rejected, and what they saw before they confirmed a person."""

from wtforms.fields import StringField, TextAreaField
from wtforms.validators import DataRequired, Length

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
