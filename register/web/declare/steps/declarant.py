"""Who fills in the declaration, and why they may."""

from collections.abc import Mapping
from dataclasses import replace

from register.declarations.draft import Declarant, Draft
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import name_field, text_field
from register.web.declare.steps.parties import answered
from register.web.declare.steps.step import Question, Step
from register.web.guard import signed_in
from register.words import N_, _

SLUG = "declarant"
OTHER = "other"

CAPACITIES: Mapping[str, str] = {
    "director": N_("Director"),
    "secretary": N_("Company secretary"),
    "owner": N_("Owner or partner of the business"),
    "authorised": N_("Authorised by the board or by a power of attorney"),
}


def capacity_words(capacity: str) -> object:
    """A capacity as it is read: one of ours, or the declarant's own words."""
    return _(CAPACITIES[capacity]) if capacity in CAPACITIES else capacity


class DeclarantForm(Answer):
    """Name and capacity of the person who signs."""

    name = name_field(_("Your full name"), _("Enter your full name"))
    capacity = radio_field(
        _("Why may you declare for the company?"),
        [*((code, _(words)) for code, words in CAPACITIES.items()), (OTHER, _("For another reason"))],
        _("Pick why you may declare for the company"),
    )
    reason = text_field(_("What is the reason?"))

    def validate(self, extra_validators: object = None) -> bool:
        """Another reason must be told."""
        good = super().validate(extra_validators)
        if self.capacity.data == OTHER and not self.reason.data and not self.leaving:
            return wrong(self.reason, _("Say why you may declare for the company"))
        return good


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    declarant = draft.declarant or Declarant(signed_in().name, "")
    listed = declarant.capacity in CAPACITIES or not declarant.capacity
    return {
        "name": declarant.name,
        "capacity": declarant.capacity if listed else OTHER,
        "reason": "" if listed else declarant.capacity,
    }


def _answer(draft: Draft, _key: str, form: DeclarantForm) -> Draft:
    capacity = form.reason.data if form.capacity.data == OTHER else form.capacity.data
    changed = replace(draft, declarant=Declarant(form.name.data or "", capacity or ""))
    return changed if form.leaving else answered(changed, SLUG)


def _done(draft: Draft) -> bool:
    return bool(
        SLUG in draft.answered and draft.declarant and draft.declarant.name and draft.declarant.capacity
    )


def _says(draft: Draft) -> object:
    if draft.declarant is None or not draft.declarant.name:
        return _("About 1 minute")
    capacity = capacity_words(draft.declarant.capacity)
    return f"{draft.declarant.name} · {capacity}" if capacity else draft.declarant.name


STEP = Step(
    slug=SLUG,
    title=_("Who you are and why you may declare"),
    group=_("Your company"),
    question=Question(
        template="declarant",
        title=lambda _draft, _key: _("Who are you?"),
        form=DeclarantForm,
        filled=_filled,
        answer=_answer,
    ),
    done=_done,
    says=_says,
)
