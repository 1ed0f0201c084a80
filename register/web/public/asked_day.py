"""The day a reader asks about: typed as day, month and year, or given as one date in the address."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import Form, FormField, StringField

from register.words import _

#: Nothing is asked about before this year: no company here is older.
EARLIEST = 1900


class DayParts(Form):
    """A day in three small inputs."""

    day = StringField(_("Day"))
    month = StringField(_("Month"))
    year = StringField(_("Year"))

    def typed(self) -> str:
        """What was typed, as one text; empty when nothing was."""
        parts = [(part.data or "").strip() for part in (self.year, self.month, self.day)]
        return "-".join(parts) if any(parts) else ""


class AsOfForm(Form):
    """The question "who owned it on that day?"."""

    as_of = FormField(DayParts, label=_("Show the owners as of"), separator="-")


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The form as it is shown again, the day that was understood (today when none was), and whether one was asked."""

    form: AsOfForm
    day: date
    asked: bool


def asked_day(args: MultiDict[str, str], today: date) -> AskedDay:
    """Read the day asked about. What cannot be a day is said beside the field, and today is shown instead."""
    form = AsOfForm(args)
    parts = form.as_of.form
    typed = args.get("as_of", "").strip() or parts.typed()
    if not typed:
        _fill(parts, today)
        return AskedDay(form, today, asked=False)
    day = read_day(typed)
    if day is None or day.year < EARLIEST:
        parts.form_errors.append(gettext("Enter a day, a month and a year, such as 9 3 2026."))
        return AskedDay(form, today, asked=False)
    if day > today:
        parts.form_errors.append(gettext("Enter a day that has come already."))
        return AskedDay(form, today, asked=False)
    _fill(parts, day)
    return AskedDay(form, day, asked=day != today)


def read_day(text: str) -> date | None:
    """Read 2026-03-09, 2026-3-9, 9/3/2026 or 9.3.2026; None when it is no day."""
    parts = text.replace("/", "-").replace(".", "-").replace(" ", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        return None
    year, month, day = (int(part) for part in (parts if len(parts[0]) == 4 else reversed(parts)))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fill(parts: DayParts, day: date) -> None:
    parts.day.data, parts.month.data, parts.year.data = str(day.day), str(day.month), str(day.year)
