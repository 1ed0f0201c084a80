"""The short way for a company of which nobody can be named as an owner of the whole, and why."""

from collections.abc import Mapping
from dataclasses import replace

from wtforms import RadioField

from bods.codelists import UnspecifiedReason
from register.declarations.draft import Draft, NoOwner, PostRole
from register.declarations.nobody import SOUGHT
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import lines_field
from register.web.declare.steps.parties import answered
from register.web.declare.steps.step import Place, Question, Step
from register.words import N_, _

SLUG = "nobody"

REASONS: Mapping[UnspecifiedReason, str] = {
    UnspecifiedReason.NO_BENEFICIAL_OWNERS: N_(
        "Nobody reaches the threshold, and nobody controls it otherwise"
    ),
    UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER: N_(
        "We could not find out who they are"
    ),
    UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION: N_(
        "We asked the owner, and the owner has not told us"
    ),
    UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE: N_("The law exempts it from naming its owners"),
}
#: Reasons that stand on their own; the others need telling what was done, or which law says so.
PLAIN = frozenset({UnspecifiedReason.NO_BENEFICIAL_OWNERS.value})


def reason_words(reason: UnspecifiedReason) -> object:
    """A reason as it is read."""
    return _(REASONS[reason]) if reason in REASONS else _(reason.label)


def reason_field(label: object) -> RadioField:
    """Why nobody can be named."""
    return radio_field(
        label,
        [(reason.value, _(words)) for reason, words in REASONS.items()],
        _("Pick why nobody can be named"),
    )


class NobodyForm(Answer):
    """The reason, and what was done to find out."""

    reason = reason_field(_("Why can nobody be named?"))
    description = lines_field(_("Tell the public why"))
    steps_taken = lines_field(_("What did you do to find out?"))

    def validate(self, extra_validators: object = None) -> bool:
        """Most reasons need to be told in words; what could not be found out, with what was done to find it."""
        good = super().validate(extra_validators)
        if self.leaving or not self.reason.data or self.reason.data in PLAIN:
            return good
        if not self.description.data:
            good = wrong(self.description, _("Say why, or which law exempts the company"))
        if self.reason.data in {each.value for each in SOUGHT} and not self.steps_taken.data:
            good = wrong(
                self.steps_taken,
                _("Say whom you asked, when and how, and what they answered; or why you could not"),
            )
        return good

    def no_owner(self) -> NoOwner | None:
        """The answer; None while no reason was picked."""
        if not self.reason.data:
            return None
        reason = next(each for each in UnspecifiedReason if each.value == self.reason.data)
        return NoOwner(reason, self.description.data or "", self.steps_taken.data or "")


def filled_with(no_owner: NoOwner | None) -> dict[str, object]:
    """The form's answers for one that was given before."""
    return {
        "reason": no_owner.reason.value if no_owner else None,
        "description": no_owner.description if no_owner else "",
        "steps_taken": no_owner.steps_taken if no_owner else "",
    }


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    return filled_with(draft.no_owner)


def _answer(draft: Draft, _key: str, form: NobodyForm) -> Draft:
    changed = replace(draft, no_owner=form.no_owner() or draft.no_owner)
    return changed if form.leaving else answered(changed, SLUG)


def _onward(draft: Draft, _key: str, form: NobodyForm) -> Place | None:
    """Where nobody owns it, the person who runs it is named at once."""
    runs = any(each.role is PostRole.SENIOR_MANAGING_OFFICIAL for each in draft.posts)
    return Place("leaders") if form.reason.data in PLAIN and not runs else None


STEP = Step(
    slug=SLUG,
    title=_("Why nobody can be named"),
    group=_("Owners"),
    question=Question(
        template="nobody",
        title=lambda _draft, _key: _("Why can nobody be named?"),
        form=NobodyForm,
        filled=_filled,
        answer=_answer,
        onward=_onward,
    ),
    done=lambda draft: draft.no_owner is not None,
    says=lambda draft: reason_words(draft.no_owner.reason) if draft.no_owner else _("About 1 minute"),
    applies=lambda draft: draft.no_owner is not None,
)
