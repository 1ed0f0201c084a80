"""Days typed as day, month and year."""

from datetime import date
from typing import Any

from wtforms import Form, FormField, StringField

from register.web.declare.inputs.texts import one_space
from register.web.declare.kept import today
from register.words import _

FIRST_YEAR = 1900


class _Day(Form):
    day = StringField(_("Day"), filters=[one_space])
    month = StringField(_("Month"), filters=[one_space])
    year = StringField(_("Year"), filters=[one_space])


class DayField(FormField):
    """A day that has been; with `ahead`, one that is to come too. `needed` is said when it is left empty: else it may be."""

    def __init__(
        self, label: object, needed: object | None = None, *, ahead: bool = False, **more: object
    ) -> None:
        super().__init__(_Day, label, **more)
        self.needed, self.ahead = needed, ahead

    def validate(self, form: Any, extra_validators: object = ()) -> bool:  # noqa: ANN401
        """Check the day; what is amiss stands beside the part that must change."""
        super().validate(form)
        if self.empty:
            if self.needed and not form.leaving:
                self.form.form_errors.append(self.needed)
        elif self._parts_told():
            self._in_the_past()
        return not self.errors

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(part.data for part in self.form)

    @property
    def value(self) -> date | None:
        """The day, if the three parts make one."""
        parts = [self.form.year.data, self.form.month.data, self.form.day.data]
        try:
            return date(*(int(part or "") for part in parts))
        except (ValueError, OverflowError):
            return None

    def _parts_told(self) -> bool:
        asked = (
            (self.form.day, 31, _("Enter the day as a number from 1 to 31")),
            (self.form.month, 12, _("Enter the month as a number from 1 to 12")),
        )
        for part, most, message in asked:
            if not _number(part.data) or not 1 <= int(part.data) <= most:
                part.errors = [message]
        year = self.form.year
        if not _number(year.data) or len(year.data) != 4:
            year.errors = [_("Enter the year in four figures, for example 2022")]
        elif int(year.data) < FIRST_YEAR:
            year.errors = [_("Enter a year from %(first)s on", first=FIRST_YEAR)]
        return not any(part.errors for part in self.form)

    def _in_the_past(self) -> None:
        if self.value is None:
            self.form.form_errors.append(_("There is no such day in that month; check the day"))
        elif not self.ahead and self.value > today():
            self.form.form_errors.append(_("Enter a day that is not in the future"))


def _number(text: str | None) -> bool:
    return bool(text) and str(text).isdecimal() and len(str(text)) <= 4


def typed(value: date | None) -> dict[str, str]:
    """A day as one would type it."""
    if value is None:
        return {"day": "", "month": "", "year": ""}
    return {"day": str(value.day), "month": str(value.month), "year": f"{value.year:04}"}
