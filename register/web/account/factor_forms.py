"""What staff type about their second factor."""

from wtforms import HiddenField, IntegerField, StringField
from wtforms.validators import InputRequired, Length, Regexp

from register.web.account.forms import CodeForm
from register.web.form import RegisterForm
from register.words import _

#: Letters of what a browser says of a passkey, at most.
LONGEST_ANSWER = 20_000


def _bare(text: str | None) -> str | None:
    return text.strip() if text else text


class PasskeyForm(RegisterForm):
    """A new passkey: what its owner calls it, and what the browser says of it."""

    name = StringField(
        _("Name of this passkey"),
        description=_("So that you know it again: “my phone”, “office computer”, “blue stick”."),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter a name for this passkey.")),
            Length(max=60, message=_("Enter a name of at most 60 letters.")),
        ],
    )
    answer = HiddenField(validators=[Length(max=LONGEST_ANSWER, message=_("Try again."))])


class ProvePasskeyForm(RegisterForm):
    """What the browser says to prove that it has a passkey."""

    answer = HiddenField(
        validators=[
            InputRequired(_("Your browser gave no passkey. Try again, or enter a code.")),
            Length(max=LONGEST_ANSWER, message=_("Try again.")),
        ]
    )


class RemoveForm(RegisterForm):
    """Which passkey goes."""

    passkey = IntegerField(validators=[InputRequired(_("Choose a passkey."))])


class RecoveryForm(RegisterForm):
    """One of the codes on paper."""

    code = StringField(
        _("Recovery code"),
        description=_("Ten letters and digits from the paper you kept. Each works once."),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter one of your recovery codes.")),
            Regexp(
                r"^[0-9A-Za-z][0-9A-Za-z \-]{8,30}$",
                message=_("Enter ten letters and digits, as they stand on your paper."),
            ),
        ],
    )


class NewPhoneCodesForm(CodeForm):
    """The first code of another phone, and the key it was made with, signed."""

    kept = HiddenField()
