"""What people of the register type about their accounts."""

from wtforms import PasswordField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Length, Regexp

from register.access import STAFF, Role
from register.store.passphrases import LONGEST, SHORTEST, Weakness
from register.web.form import RegisterForm
from register.words import N_, _

#: Something, an @, something with a dot, no spaces: whether it exists only a letter can tell.
EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"

ROLES = {
    Role.OFFICER: N_("Procurement officer: sees bidders and findings, decides about findings"),
    Role.CLERK: N_("Clerk: enters declarations that come on paper"),
    Role.REGISTRAR: N_("Registrar: accepts and rejects declarations"),
    Role.ADMINISTRATOR: N_("Administrator: gives and takes access"),
    Role.AUDITOR: N_("Auditor: reads everything that was done, changes nothing"),
}
ROLE_NAMES = {
    Role.SUPPLIER: N_("Supplier"),
    Role.OFFICER: N_("Procurement officer"),
    Role.CLERK: N_("Clerk"),
    Role.REGISTRAR: N_("Registrar"),
    Role.ADMINISTRATOR: N_("Administrator"),
    Role.AUDITOR: N_("Auditor"),
}
WEAKNESSES = {
    Weakness.TOO_SHORT: N_("Enter a passphrase of at least 12 letters."),
    Weakness.TOO_LONG: N_("Enter a passphrase of at most 200 letters."),
    Weakness.EASY: N_(
        "This passphrase is easy to guess. Add another word or two that do not belong together."
    ),
}


def _bare(text: str | None) -> str | None:
    return text.strip() if text else text


class SignInForm(RegisterForm):
    """Who one is, and the passphrase that proves it."""

    email = StringField(
        _("E-mail address or mobile number"),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter your e-mail address or your mobile number.")),
            Length(max=254, message=_("Enter an e-mail address of at most 254 letters.")),
        ],
    )
    passphrase = PasswordField(_("Passphrase"), validators=[InputRequired(_("Enter your passphrase."))])


class PassphraseForm(RegisterForm):
    """The passphrase of somebody who is signed in already."""

    passphrase = PasswordField(_("Passphrase"), validators=[InputRequired(_("Enter your passphrase."))])


class CodeForm(RegisterForm):
    """The code that the phone shows."""

    code = StringField(
        _("Code"),
        description=_("Six digits. A code works once; the phone shows a new one every half minute."),
        validators=[
            InputRequired(_("Enter the six digits that your phone shows.")),
            Regexp(r"^\s*\d{3}\s?\d{3}\s*$", message=_("Enter six digits, as your phone shows them.")),
        ],
    )


class EnrolForm(RegisterForm):
    """A new passphrase, twice."""

    passphrase = PasswordField(
        _("Choose a passphrase"),
        description=_("At least 12 letters. Four or five words that do not belong together are good."),
        validators=[
            InputRequired(_("Choose a passphrase.")),
            Length(min=SHORTEST, message=_("Enter a passphrase of at least 12 letters.")),
            Length(max=LONGEST, message=_("Enter a passphrase of at most 200 letters.")),
        ],
    )
    again = PasswordField(
        _("Type it once more"), validators=[InputRequired(_("Type the passphrase once more."))]
    )


class InviteForm(RegisterForm):
    """A person who is to get an account."""

    name = StringField(
        _("Name"),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter the person’s name.")),
            Length(max=200, message=_("Enter a name of at most 200 letters.")),
        ],
    )
    email = StringField(
        _("E-mail address"),
        description=_("The person signs in with it."),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter the person’s e-mail address.")),
            Length(max=254, message=_("Enter an e-mail address of at most 254 letters.")),
            Regexp(EMAIL, message=_("Enter an e-mail address such as name@example.org.")),
        ],
    )


class InviteStaffForm(InviteForm):
    """A member of staff, and what they may do."""

    role = RadioField(
        _("Role"),
        choices=[SelectChoice(role.value, _(words)) for role, words in ROLES.items() if role in STAFF],
        validate_choice=False,
        validators=[AnyOf([role.value for role in STAFF], message=_("Choose a role."))],
    )


class InviteSupplierForm(InviteForm):
    """A supplier's person and the company they declare for."""

    scheme = SelectField(
        _("Register that numbers the company"), validators=[InputRequired(_("Choose a register."))]
    )
    number = StringField(
        _("Company number"),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter the company’s number.")),
            Length(max=60, message=_("Enter a number of at most 60 letters.")),
        ],
    )
    company_name = StringField(
        _("Registered name of the company"),
        description=_("A company that the register knows already keeps the name it has."),
        filters=[_bare],
        validators=[
            InputRequired(_("Enter the company’s registered name.")),
            Length(max=200, message=_("Enter a name of at most 200 letters.")),
        ],
    )
