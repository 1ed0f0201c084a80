"""What somebody says they hold in the company through others, all chains together: set against what the chains give."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import gettext

from register.declarations.chains import chains_of
from register.declarations.draft import SUBJECT, Draft, IndirectClaim
from register.declarations.stakes import Law, Stakes
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.form import Answer
from register.web.declare.kept import jurisdiction, today
from register.web.declare.share_words import share_words
from register.web.declare.steps.holding import DOT, SLUG, figures, kind_of
from register.web.declare.steps.parties import name_of
from register.web.declare.steps.stakes_form import EXACT, NOTHING, RANGE, SAME, HoldingForm
from register.web.declare.steps.step import Place, Question
from register.words import _

#: Ends the key of the question: "a1.through" asks what a1 holds through others.
THROUGH = "through"


class ThroughForm(HoldingForm):
    """How much, of shares and of votes; nothing where they do not say."""

    # This is how WTForms takes a field out of a form.
    controls = None  # type: ignore[assignment]
    since = None  # type: ignore[assignment]
    since_unknown = None
    anyway = None
    kind = radio_field(
        _("What share in all do they say they hold?"),
        [
            (EXACT, _("They say an exact share")),
            (RANGE, _("They say a range")),
            (NOTHING, _("They do not say: what the chain gives holds")),
        ],
        _("Pick what they say"),
    )

    #: What the chain gives, in words: set before the page is shown.
    given = ""

    def validate(self, extra_validators: object = None) -> bool:
        """Shares and votes must be figures."""
        self.told_shares, self.told_votes = None, None
        good = Answer.validate(self, extra_validators)
        return all([good, self._shares_told(), self._votes_told()])


def claim_of(draft: Draft, holder: str) -> IndirectClaim | None:
    """What somebody said they hold through others."""
    return next((each for each in draft.indirect if each.holder == holder), None)


def holds_through(draft: Draft, holder: str) -> bool:
    """Whether somebody holds in a body between them and the company, or said that they do."""
    between = any(each.holder == holder and each.held != SUBJECT for each in draft.holdings)
    return between or claim_of(draft, holder) is not None


def _holder(key: str) -> str:
    return key.partition(DOT)[0]


def _prepare(form: ThroughForm, draft: Draft, key: str) -> None:
    place = jurisdiction()
    stakes = Stakes(chains_of(draft, today()), Law(place.owner_threshold, place.control_majority))
    shares, votes = stakes.computed(_holder(key))
    told = [share_words(shares.as_share())] if shares else []
    if votes and votes != shares:
        told.append(gettext("%(share)s of the votes", share=share_words(votes.as_share())))
    form.given = ", ".join(told)


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    told = claim_of(draft, _holder(key))
    if told is None:
        return {"kind": None, "votes_kind": SAME}
    return {
        "kind": kind_of(told.shares),
        **figures(told.shares, "share", "low", "high"),
        "votes_kind": SAME if told.votes == told.shares else kind_of(told.votes),
        **figures(told.votes, "vote_share", "vote_low", "vote_high"),
    }


def _answer(draft: Draft, key: str, form: ThroughForm) -> Draft:
    others = tuple(each for each in draft.indirect if each.holder != _holder(key))
    told = IndirectClaim(_holder(key), form.shares(), form.votes())
    said = told.shares is not None or told.votes is not None
    return replace(draft, indirect=(*others, told) if said else others)


QUESTION = Question(
    template="through",
    title=lambda draft, key: _(
        "What does %(holder)s hold of %(held)s in all, through others?",
        holder=name_of(draft, _holder(key)),
        held=draft.company.name,
    ),
    form=ThroughForm,
    filled=_filled,
    answer=_answer,
    onward=lambda _draft, _key, _form: Place(SLUG),
    prepare=_prepare,
)


def item(draft: Draft, key: str) -> Question | None:
    """The question about one holder; of who holds directly alone there is none."""
    known = name_of(draft, _holder(key)) and _holder(key) != SUBJECT
    return QUESTION if known and holds_through(draft, _holder(key)) else None
