"""What officers type: a decision with its reason, and the day a bidder is looked at."""

from collections.abc import Mapping
from datetime import date

import wtforms
from wtforms.fields import FormField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp

from register.screening import DecisionKind, choices
from register.store.findings import Kept
from register.web.form import RegisterForm
from register.words import _

LONGEST_REASON = 4000
CHOICES = {
    DecisionKind.ASK: _("Ask the supplier"),
    DecisionKind.DISMISS: _("Dismiss, with a reason"),
    DecisionKind.CONFIRM: _("Confirm"),
    DecisionKind.RECUSE: _("Recuse the official"),
}


class DecideForm(RegisterForm):
    """What should happen with one finding. `seen` is how many decisions the officer had before their eyes."""

    kind = RadioField(_("Decision"), validators=[InputRequired(_("Choose what should happen."))])
    reason = TextAreaField(
        _("Reason"),
        validators=[
            DataRequired(_("Write what you checked, and where.")),
            Length(max=LONGEST_REASON, message=_("Write at most 4,000 letters.")),
        ],
    )
    seen = HiddenField()

    @classmethod
    def about(cls, kept: Kept) -> "DecideForm":
        """The form of one finding, filled with what was sent if anything was."""
        form = cls(prefix=anchor(kept.finding.fingerprint))
        form.kind.choices = [SelectChoice(kind.value, CHOICES[kind]) for kind in choices(kept.finding)]
        form.seen.data = form.seen.data or str(len(kept.decisions))
        return form

    def overtaken(self, kept: Kept) -> bool:
        """Whether somebody decided while this was being written; says so, once."""
        if self.seen.data == str(len(kept.decisions)):
            return False
        self.seen.data = str(len(kept.decisions))
        self.form_errors.append(
            _(
                "Somebody decided about this finding while you were writing: see above. "
                "Save again if your decision still stands."
            )
        )
        return True


def anchor(fingerprint: str) -> str:
    """The place of a finding on its page."""
    return f"f{fingerprint[:12]}"


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
