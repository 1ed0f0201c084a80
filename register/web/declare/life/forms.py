"""What is asked when something happens after a declaration: what changed and when, what was wrong, an answer, a name."""

from wtforms import BooleanField, HiddenField

from register.web.declare.inputs.choices import ChecksField, radio_field
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer, Needed, wrong
from register.web.declare.inputs.texts import lines_field, no_longer, text_field
from register.web.declare.sign_form import alike
from register.web.declare.steps.declarant import CAPACITIES
from register.words import _

OWNERS, CEASED, RENAMED, DISSOLVED = "owners", "ceased", "renamed", "dissolved"
MOST_LETTERS = 4000


class ChangeForm(Answer):
    """What changed, and on what day."""

    what = radio_field(
        _("What changed?"),
        [
            (OWNERS, _("An owner, a share, or how somebody controls the company")),
            (CEASED, _("Somebody owns or controls nothing any more")),
            (RENAMED, _("The company has a new name")),
            (DISSOLVED, _("The company was dissolved")),
        ],
        _("Pick what changed"),
    )
    happened_on = DayField(_("On what day did it happen?"), _("Enter the day on which it happened"))


class CeaseForm(Answer):
    """Who holds nothing any more."""

    who = ChecksField(_("Who owns or controls nothing any more?"))
    ended_on = DayField(_("Since what day?"), _("Enter the day on which it ended"))

    def validate(self, extra_validators: object = None) -> bool:
        """One at least."""
        good = super().validate(extra_validators)
        return good if self.who.data else wrong(self.who, _("Tick at least one"))


class CorrectForm(Answer):
    """What was wrong; published with the correction."""

    why = lines_field(_("What was wrong?"), Needed(_("Say what was wrong")), no_longer(MOST_LETTERS))


class DiscardForm(Answer):
    """A button, no question."""


class ReplyForm(Answer):
    """The answer to a registrar's question, in words; needed unless the answers themselves are changed."""

    words = lines_field(_("Your answer"), no_longer(MOST_LETTERS))


class WithdrawForm(Answer):
    """Why a declaration is taken back; nobody owes a reason."""

    reason = text_field(_("Why? You need not say."))


class AgainForm(Answer):
    """The signature under what stands."""

    submission_key = HiddenField()
    capacity = radio_field(
        _("Why may you declare for the company?"),
        [(code, _(words)) for code, words in CAPACITIES.items()],
        _("Pick why you may declare for the company"),
    )
    truth = BooleanField(
        _("What I declare is true and complete as far as I know, and I may declare it for the company"),
        validators=[Needed(_("Tick that what you declare is true and complete"))],
    )
    signature = text_field(_("Sign with your full name"), Needed(_("Type your full name to sign")))

    signer = ""

    def validate(self, extra_validators: object = None) -> bool:
        """The typed name is that of whoever is signed in."""
        good = super().validate(extra_validators)
        if self.signature.data and not alike(self.signature.data, self.signer):
            return wrong(self.signature, _("Type the name as you gave it: %(name)s", name=self.signer))
        return good


class DissolvedForm(AgainForm):
    """The day on which the company ended, and the signature."""

    happened_on = DayField(
        _("On what day was the company dissolved?"), _("Enter the day on which it was dissolved")
    )
