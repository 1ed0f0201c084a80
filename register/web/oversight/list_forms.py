"""What an officer types to send a list, and what each kind of list is called."""

from datetime import date

from flask_babel import gettext
from flask_wtf.file import FileField, FileRequired, FileSize
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, DataRequired, Length

from register.store.lists_loaded import KINDS
from register.uploads import LARGEST_PAPER
from register.web.day_field import DayField
from register.web.form import RegisterForm
from register.web.ruling import local_today
from register.words import N_, _

CALLED = {
    "officials": N_("Officials and committee members"),
    "exposed": N_("Politically exposed persons"),
    "debarred": N_("Barred from public buying"),
    "sanctioned": N_("Under sanctions"),
}


def _not_ahead(day: date) -> object | None:
    return _("Enter the day the list speaks of: today or earlier.") if day > local_today() else None


class ListForm(RegisterForm):
    """A list as a file, of which kind and day it is, and who published it."""

    kind = SelectField(
        _("Which list it is"),
        [AnyOf(KINDS, message=_("Choose which list it is."))],
        choices=lambda: [SelectChoice(each, gettext(CALLED[each])) for each in KINDS],
        validate_choice=False,
    )
    source = StringField(
        _("Who published it, and where"),
        [
            DataRequired(_("Enter who published the list.")),
            Length(max=300, message=_("Write at most 300 letters.")),
        ],
    )
    listed_on = DayField(
        _("Day it speaks of"), missing=_("Enter the day the list speaks of."), check=_not_ahead
    )
    file = FileField(
        _("Your file"),
        validators=[
            FileRequired(_("Choose the file to import.")),
            FileSize(LARGEST_PAPER, message=_("This file is over 10 MB. Send a smaller list.")),
        ],
    )
