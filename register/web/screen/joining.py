"""The form in which an officer says whether a bidder is a company of the register, and what was checked."""

from wtforms.fields import HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from register.actions.join_bidder import JoinedAlreadyError, OvertakenError
from register.exceptions import RegisterError
from register.store.sameness import Decided, Verdict
from register.web.form import RegisterForm
from register.words import _

LONGEST_NOTE = 4000
CHOICES = {
    Verdict.SAME: _("The bidder is this company"),
    Verdict.DIFFERENT: _("The bidder is another company"),
    Verdict.UNDONE: _("The last decision was wrong: ask again"),
}
REFUSALS = {
    JoinedAlreadyError: _(
        "The bidder is joined to another company already. If that was wrong, undo it first on the bidder’s page."
    ),
    OvertakenError: _(
        "Somebody decided about these two while you were writing: see above. "
        "Save again if your decision still stands."
    ),
}
NOTHING_TO_UNDO = _("Nothing is decided about these two: there is nothing to undo.")


class JoinForm(RegisterForm):
    """Whether a bidder is a company, and what was checked. `seen` is how many decisions the officer had before them."""

    verdict = RadioField(_("Decision"), validators=[InputRequired(_("Choose what the two are."))])
    note = TextAreaField(
        _("What you checked, and where"),
        validators=[
            DataRequired(_("Write what you checked, and where.")),
            Length(max=LONGEST_NOTE, message=_("Write at most 4,000 letters.")),
        ],
    )
    seen = HiddenField()
    stands: Verdict | None = None

    def offer(self, decided: tuple[Decided, ...]) -> None:
        """Give the choices that are left after these decisions, and remember how many there are."""
        last = decided[-1].verdict if decided else Verdict.UNDONE
        self.stands = None if last is Verdict.UNDONE else last
        self.verdict.choices = [
            SelectChoice(verdict.value, words) for verdict, words in CHOICES.items() if verdict is not last
        ]
        self.seen.data = self.seen.data or str(len(decided))

    @property
    def decisions_seen(self) -> int:
        """How many decisions the officer had before them; -1, which is never so, for what is no number."""
        text = self.seen.data or ""
        return int(text[:9]) if text.isascii() and text.isdecimal() else -1

    def refuse(self, error: RegisterError) -> None:
        """Say why the decision was not kept, so that it can be sent again."""
        self.form_errors.append(REFUSALS.get(type(error), NOTHING_TO_UNDO))
        if isinstance(error, OvertakenError):
            self.seen.data = str(error.decisions)
