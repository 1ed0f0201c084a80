"""An agreement by which somebody holds in their own name for another."""

from collections.abc import Mapping
from dataclasses import replace

from wtforms import BooleanField, HiddenField

from bods.codelists import InterestType
from register.declarations.draft import AGREEMENTS, SUBJECT, Draft, EntityAnswer, EntityKind, Holding
from register.web.declare.inputs import days
from register.web.declare.inputs.choices import ChecksField, choices_of, radio_field
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.steps.entity import SLUG
from register.web.declare.steps.parties import (
    chain,
    entity,
    holding,
    key_for,
    new_key,
    parties_of,
    with_entity,
    with_holding,
)
from register.web.declare.steps.step import Place, Question
from register.words import _


class AgreementForm(Answer):
    """What an agreement between holders is asked: in what it holds, and since when."""

    key = HiddenField()
    held = radio_field(_("In which company or body?"), [], _("Pick in which company or body"))
    since = DayField(_("Since when?"))
    since_unknown = BooleanField(_("I do not know the day"))

    def validate(self, extra_validators: object = None) -> bool:
        """A day, or that it is not known."""
        good = super().validate(extra_validators)
        if self.leaving or not self.since.empty or self.since_unknown.data:
            return good
        self.since.form.form_errors.append(_("Enter the day, or tick that you do not know it"))
        return False


class NomineeForm(AgreementForm):
    """Who is in the books, and for whom."""

    nominee = radio_field(_("In whose name is it held? (nominee)"), [], _("Pick in whose name it is held"))
    nominators = ChecksField(_("For whom is it held? (nominators)"), choices=[])
    held = radio_field(_("In which company or body?"), [], _("Pick in which company or body"))
    since = DayField(_("Since when?"))
    since_unknown = BooleanField(_("I do not know the day"))

    def validate(self, extra_validators: object = None) -> bool:
        """Somebody holds for somebody else."""
        good = super().validate(extra_validators)
        if self.leaving:
            return good
        if not self.nominators.data:
            return wrong(self.nominators, _("Tick for whom it is held"))
        if self.nominee.data in self.nominators.data:
            return wrong(self.nominators, _("Nobody is their own nominee: tick somebody else"))
        return good


def with_bodies(form: AgreementForm, draft: Draft, key: str) -> None:
    """Offer the company and the bodies of the chain to hold in."""
    others = (each for each in chain(draft) if each.key != key and each.kind not in AGREEMENTS)
    bodies = [(SUBJECT, draft.company.name), *((each.key, each.name) for each in others)]
    form.held.choices = choices_of(bodies)


def held_by(draft: Draft, key: str) -> Holding | None:
    """What an agreement holds: in one body, as the form asks it."""
    return next((each for each in draft.holdings if each.holder == key), None)


def _prepare(form: NomineeForm, draft: Draft, key: str) -> None:
    form.nominee.choices = choices_of(parties_of(draft))
    form.nominators.choices = choices_of(parties_of(draft))
    with_bodies(form, draft, key)


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    parts = [each for each in draft.holdings if each.held == key]
    nominees = [each.holder for each in parts if InterestType.NOMINEE in each.controls]
    held, known = held_by(draft, key), entity(draft, key) is not None
    since = parts[0].since if parts else None
    return {
        "key": key if known else new_key(),
        "nominee": nominees[0] if nominees else None,
        "nominators": sorted(each.holder for each in parts if InterestType.NOMINATOR in each.controls),
        "held": held.held if held else SUBJECT,
        "since": days.typed(since),
        "since_unknown": known and since is None,
    }


def _answer(draft: Draft, key: str, form: NomineeForm) -> Draft:
    if entity(draft, key) is None:
        key = key_for(form.key.data, {each.key for each in draft.people})
    draft = with_agreement(draft, key, EntityKind.NOMINEE_AGREEMENT)
    since = None if form.since_unknown.data else form.since.value
    draft = without_parts(draft, key)
    if form.nominee.data:
        draft = with_holding(
            draft, Holding(form.nominee.data, key, controls=(InterestType.NOMINEE,), since=since)
        )
    for each in form.nominators.data or ():
        draft = with_holding(draft, Holding(each, key, controls=(InterestType.NOMINATOR,), since=since))
    return with_its_holding(draft, key, form.held.data or SUBJECT)


def with_agreement(draft: Draft, key: str, kind: EntityKind) -> Draft:
    """The draft with the agreement among its bodies; it stands where the company does."""
    known = entity(draft, key)
    return draft if known else with_entity(draft, EntityAnswer(key, "", kind, draft.company.country))


def without_parts(draft: Draft, key: str) -> Draft:
    """The draft without those who took part in an agreement, to be told anew."""
    return replace(draft, holdings=tuple(each for each in draft.holdings if each.held != key))


def with_its_holding(draft: Draft, key: str, held: str) -> Draft:
    """The draft in which an agreement holds in one body; what was said of it there stays."""
    others = (each for each in draft.holdings if each.holder != key or each.held == held)
    draft = replace(draft, holdings=tuple(others))
    return draft if holding(draft, key, held) else with_holding(draft, Holding(key, held))


def onward(draft: Draft, key: str, form: AgreementForm) -> Place:
    """On to how much the agreement holds, unless that was said."""
    key = key if entity(draft, key) else form.key.data or ""
    held = held_by(draft, key)
    unsaid = held is not None and held.shares is None and held.votes is None and not held.controls
    return Place("holdings", f"{key}.{held.held}") if held and unsaid else Place(SLUG)


def watched(draft: Draft, key: str) -> object:
    """All that an answer about an agreement replaces."""
    return [repr(each) for each in draft.holdings if key in each.key]


QUESTION = Question(
    template="nominee",
    title=lambda _draft, _key: _("Who holds for whom?"),
    form=NomineeForm,
    filled=_filled,
    answer=_answer,
    onward=onward,
    prepare=_prepare,
    watched=watched,
)
