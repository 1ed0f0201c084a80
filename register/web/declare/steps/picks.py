"""In which bodies somebody holds something directly."""

from collections.abc import Mapping

from register.declarations.draft import SUBJECT, Draft, Holding
from register.web.declare.inputs.choices import ChecksField, choices_of
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.steps.holding import DOT, SLUG
from register.web.declare.steps.parties import (
    chain,
    entity,
    holding,
    name_of,
    said,
    with_holding,
    without_holding,
)
from register.web.declare.steps.step import Place, Question
from register.words import _


class PicksForm(Answer):
    """The bodies, each with a box to tick."""

    bodies = ChecksField(_("In which of these?"), choices=[])

    def validate(self, extra_validators: object = None) -> bool:
        """Somebody who holds nothing anywhere is not part of the declaration."""
        good = super().validate(extra_validators)
        if good and not self.bodies.data and not self.leaving:
            return wrong(self.bodies, _("Tick at least one, or go back and remove this person or body"))
        return good


def bodies_for(draft: Draft, holder: str) -> list[tuple[str, str]]:
    """Key and name of the bodies that a holder may hold something in: the company first."""
    every = ((SUBJECT, draft.company.name), *((each.key, each.name) for each in chain(draft)))
    return [(key, name) for key, name in every if key != holder]


def _prepare(form: PicksForm, draft: Draft, key: str) -> None:
    form.bodies.choices = choices_of(bodies_for(draft, key))


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    return {"bodies": sorted(each.held for each in draft.holdings if each.holder == key)}


def _answer(draft: Draft, key: str, form: PicksForm) -> Draft:
    picked = set(form.bodies.data or ())
    for held, _name in bodies_for(draft, key):
        kept = holding(draft, key, held)
        if held in picked and kept is None:
            draft = with_holding(draft, Holding(key, held))
        elif held not in picked and kept is not None:
            draft = without_holding(draft, key, held)
    return draft


def _onward(draft: Draft, key: str, _form: PicksForm) -> Place:
    unsaid = (each for each in draft.holdings if each.holder == key and not said(each))
    first = next(unsaid, None)
    return Place(SLUG, f"{key}{DOT}{first.held}") if first else Place(SLUG)


def _title(draft: Draft, key: str) -> object:
    return _("What does %(name)s hold directly?", name=name_of(draft, key))


QUESTION = Question(
    template="picks",
    title=_title,
    form=PicksForm,
    filled=_filled,
    answer=_answer,
    onward=_onward,
    prepare=_prepare,
    watched=lambda draft, key: [repr(each) for each in draft.holdings if each.holder == key],
)


def item(draft: Draft, key: str) -> Question | None:
    """The question about one holder: a person or a body of the chain (or, rarely, the company itself)."""
    return QUESTION if name_of(draft, key) or entity(draft, key) else None
