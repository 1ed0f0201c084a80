"""The form of one holding: how much of the shares and votes, other ways of control, and since when."""

from decimal import Decimal

from wtforms import BooleanField, SubmitField

from bods.codelists import InterestType
from bods.shares import WHOLE, Share
from register.web.declare.inputs import percents
from register.web.declare.inputs.choices import ChecksField, radio_field
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.percents import PercentField
from register.words import N_, _

EXACT, RANGE, NOTHING, SAME = "exact", "range", "none", "same"

OVER_A_COMPANY = {
    InterestType.APPOINTMENT_OF_BOARD: N_("Can appoint or remove most of the board"),
    InterestType.OTHER_INFLUENCE_OR_CONTROL: N_("Has significant influence or control in another way"),
    InterestType.RIGHTS_TO_PROFIT_OR_INCOME: N_("Has a right to a part of the profit"),
}
OF_A_PERSON = {
    InterestType.SENIOR_MANAGING_OFFICIAL: N_("Runs it from day to day (senior managing official)"),
}
OVER_A_TRUST = {
    InterestType.SETTLOR: N_("Settlor: put property into it"),
    InterestType.TRUSTEE: N_("Trustee: looks after the property"),
    InterestType.PROTECTOR: N_("Protector: watches over the trustees"),
    InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT: N_("Beneficiary: it is for them"),
    InterestType.OTHER_INFLUENCE_OR_CONTROL: N_("Controls it in another way"),
}


class SinceForm(Answer):
    """Ways of control and the day they began: all there is to ask about a trust."""

    controls = ChecksField(_("What are they to it?"), choices=[])
    since = DayField(_("Since when?"))
    since_unknown = BooleanField(_("I do not know the day"))

    def validate(self, extra_validators: object = None) -> bool:
        """A day, or that it is not known; and at least one thing that is held."""
        good = super().validate(extra_validators)
        return all([good, self._day_told(), self.leaving or self.something_told()])

    def _day_told(self) -> bool:
        if self.leaving or not self.since.empty or self.since_unknown.data:
            return True
        self.since.form.form_errors.append(_("Enter the day, or tick that you do not know it"))
        return False

    def something_told(self) -> bool:
        """Whether anything is held at all."""
        return bool(self.controls.data) or wrong(self.controls, _("Tick what they are to it"))

    def shares(self) -> Share | None:
        """The shares told; a trust has none."""
        return None

    def votes(self) -> Share | None:
        """The votes told; a trust has none."""
        return None


class HoldingForm(SinceForm):
    """What is held in a company: shares, votes, other ways of control."""

    kind = radio_field(
        _("How much of the shares?"),
        [
            (EXACT, _("I know the exact share")),
            (RANGE, _("I only know a range")),
            (NOTHING, _("No shares, but control")),
        ],
        _("Pick how much of the shares"),
    )
    share = PercentField(_("Share"))
    low = PercentField(_("From"))
    high = PercentField(_("To"))
    votes_kind = radio_field(
        _("How much of the votes?"),
        [
            (SAME, _("The same as the shares")),
            (EXACT, _("Another share of the votes")),
            (RANGE, _("I only know a range")),
            (NOTHING, _("No votes")),
        ],
        _("Pick how much of the votes"),
    )
    vote_share = PercentField(_("Share of the votes"))
    vote_low = PercentField(_("Votes from"))
    vote_high = PercentField(_("Votes to"))
    # Asked again here, so that what is amiss is told in the order of the page.
    controls = ChecksField(_("Any other way of control?"), choices=[])
    since = DayField(_("Since when?"))
    since_unknown = BooleanField(_("I do not know the day"))
    #: "Save it and correct another answer": the sum is over 100 %, and the reader goes to mend another answer.
    anyway = SubmitField()

    #: What others surely hold in the same body, in percent: set before the form is checked.
    beside = Decimal(0)

    def validate(self, extra_validators: object = None) -> bool:
        """Shares and votes must be figures; together with the others' they come to no more than the whole."""
        self.told_shares: Share | None = None
        self.told_votes: Share | None = None
        good = super().validate(extra_validators)
        figures = all([self._shares_told(), self._votes_told()])
        return all([good, figures and self._within_the_whole()])

    def _shares_told(self) -> bool:
        if self.kind.data == EXACT and not (self.leaving and not self.share.data):
            self.told_shares = percents.exactly(self.share)
            return self.told_shares is not None
        if self.kind.data == RANGE and not (self.leaving and not self.low.data and not self.high.data):
            self.told_shares = percents.between(self.low, self.high)
            return self.told_shares is not None
        return True

    def _votes_told(self) -> bool:
        kind = self.votes_kind.data
        if kind == SAME:
            self.told_votes = self.told_shares
        elif kind == EXACT and not (self.leaving and not self.vote_share.data):
            self.told_votes = percents.exactly(self.vote_share)
            return self.told_votes is not None
        elif kind == RANGE and not (self.leaving and not self.vote_low.data and not self.vote_high.data):
            self.told_votes = percents.between(self.vote_low, self.vote_high)
            return self.told_votes is not None
        return True

    def _within_the_whole(self) -> bool:
        surely = (self.told_shares and self.told_shares.minimum) or Decimal(0)
        together = surely + self.beside
        if together <= WHOLE or self.leaving or self.anyway.data:
            return True
        field = self.share if self.kind.data == EXACT else self.low
        return wrong(
            field,
            _(
                "With what others hold this makes %(sum)s %%. Change it, or another one",
                sum=percents.typed(together),
            ),
        )

    def something_told(self) -> bool:
        """Shares, votes or control: one of them at least."""
        if self.controls.data or self.kind.data in (EXACT, RANGE) or self.votes_kind.data in (EXACT, RANGE):
            return True
        if not self.kind.data or not self.votes_kind.data:
            return True  # said beside those already
        return wrong(self.controls, _("Tick in what way they control it, or give a share above"))

    def shares(self) -> Share | None:
        """The shares told."""
        return self.told_shares

    def votes(self) -> Share | None:
        """The votes told."""
        return self.told_votes

    @property
    def over(self) -> bool:
        """Whether all that is amiss is a sum over the whole."""
        return bool(self.errors) and set(self.errors) <= {"share", "low"} and self.told_shares is not None
