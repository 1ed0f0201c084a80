"""The day on which a bidder's owners are looked at, as it is typed."""

from collections.abc import Mapping
from datetime import date

import wtforms
from wtforms.fields import FormField, StringField
from wtforms.validators import Optional, Regexp

from register.words import _


class DateParts(wtforms.Form):
    """A day in three typed parts."""

    day = StringField(
        _("Day"), [Optional(), Regexp(r"\s*\d{1,2}\s*$", message=_("Enter the day in figures."))]
    )
    month = StringField(
        _("Month"), [Optional(), Regexp(r"\s*\d{1,2}\s*$", message=_("Enter the month in figures."))]
    )
    year = StringField(
        _("Year"), [Optional(), Regexp(r"\s*\d{4}\s*$", message=_("Enter the year in four figures."))]
    )

    def validate(self, extra_validators: Mapping[str, object] | None = None) -> bool:
        good = super().validate(extra_validators)
        if good and self.given and self.date is None:
            self.form_errors.append(_("There is no such day: check day, month and year."))
            return False
        return good

    @property
    def given(self) -> bool:
        """Whether anything was typed."""
        return any((part.data or "").strip() for part in self)

    @property
    def date(self) -> date | None:
        """The day typed; None when there is none of that name."""
        try:
            return date(*(int(part.data) for part in (self.year, self.month, self.day)))
        except (TypeError, ValueError):
            return None


class AsOfForm(wtforms.Form):
    """On which day the owners are looked at; sent in the address."""

    on = FormField(DateParts, label=_("Show the owners as they stood on"))
