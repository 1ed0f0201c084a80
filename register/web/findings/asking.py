"""What officers type about a finding: a decision with its reason."""

from wtforms.fields import HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

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
