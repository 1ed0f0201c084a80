"""A day typed as day, month and year, for the doors that ask for one."""

from collections.abc import Callable
from datetime import date

from wtforms import Field, Form, FormField, StringField

from register.words import _


def _bare(text: str | None) -> str | None:
    return text.strip() if text else text


class _Parts(Form):
    day = StringField(_("Day"), filters=[_bare])
    month = StringField(_("Month"), filters=[_bare])
    year = StringField(_("Year"), filters=[_bare])


class DayField(FormField):
    """A day in three inputs. `missing` is said when it is left empty; without it, it may be.

    `check` says what is wrong with a day that exists, or None.
    """

    def __init__(
        self,
        label: object,
        *,
        missing: object | None = None,
        check: Callable[[date], object | None] = lambda _day: None,
        **more: object,
    ) -> None:
        super().__init__(_Parts, label, **more)
        self.missing, self.check = missing, check

    def validate(self, form: object, extra_validators: object = ()) -> bool:
        """Check the day; what is amiss stands with the whole."""
        super().validate(form)
        fault = self._fault()
        if fault:
            self.form.form_errors.append(fault)
        return not self.errors

    def _fault(self) -> object | None:
        if not any(part.data for part in self.form):
            return self.missing
        if self.value is None:
            return _("Enter the day in figures, for example 27 3 2026")
        return self.check(self.value)

    @property
    def value(self) -> date | None:
        """The day, if the three parts make one."""
        parts: list[Field] = [self.form.year, self.form.month, self.form.day]
        texts = [part.data or "" for part in parts]
        if not all(text.isdecimal() and len(text) <= 4 for text in texts) or len(texts[0]) != 4:
            return None
        try:
            return date(*(int(text) for text in texts))
        except ValueError:
            return None
