"""A body of the chain found in the register, so that nothing of it needs to be typed again."""

from collections.abc import Mapping

from wtforms import HiddenField

from register.actions.known_bodies import KnownBody, known_bodies
from register.declarations.draft import Draft, EntityAnswer, Holding
from register.extensions import db
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.form import Answer, asked_for
from register.web.declare.inputs.texts import one_space
from register.web.declare.steps.entity import ABOVE, BEHIND, DOT, SLUG
from register.web.declare.steps.kinds import ENDS
from register.web.declare.steps.parties import entity, holding, key_for, new_key, with_entity, with_holding
from register.web.declare.steps.step import NEW, Place, Question
from register.words import _

#: The key of the question; "find.a1" looks for one that holds in a1.
FIND = f"{NEW}-find"
#: The answer when none of those found is meant.
OTHER = "other"


class FindForm(Answer):
    """Which of those found it is. `found` and `sought` are for the page."""

    key = HiddenField()
    pick = radio_field(
        _("Is it one of these?"), [], _("Pick the one you mean, or say that it is none of them")
    )

    found: tuple[KnownBody, ...] = ()
    sought: str = ""


def _prepare(form: FindForm, draft: Draft, _key: str) -> None:
    form.sought = (one_space(asked_for("sought")) or "")[:200]
    named = {(each.scheme, each.number) for each in (draft.company, *draft.entities) if each.number}
    found = known_bodies(db.session, form.sought) if form.sought else ()
    form.found = tuple(each for each in found if not each.number or (each.scheme, each.number) not in named)
    choices = [(each.record_id, each.name) for each in form.found]
    form.pick.choices = choices_of([*choices, (OTHER, _("None of these: I type it in"))])


def _picked(form: FindForm) -> KnownBody | None:
    return next((each for each in form.found if each.record_id == form.pick.data), None)


def _answer(draft: Draft, key: str, form: FindForm) -> Draft:
    body = _picked(form)
    if body is None:
        return draft
    own = key_for(form.key.data, {each.key for each in draft.people})
    draft = with_entity(
        draft, EntityAnswer(own, body.name, body.kind, body.country, body.scheme, body.number)
    )
    below = key.partition(DOT)[2]
    return with_holding(draft, Holding(own, below)) if below and not holding(draft, own, below) else draft


def _onward(draft: Draft, key: str, form: FindForm) -> Place:
    below = key.partition(DOT)[2]
    body = _picked(form)
    if body is None:
        return Place(SLUG, f"{NEW}{DOT}{below}" if below else NEW)
    ends = body.kind in ENDS
    above = BEHIND if body.kind.value == "trust" else ABOVE
    return Place(SLUG) if ends else Place(SLUG, f"{form.key.data}{DOT}{above}")


def _title(draft: Draft, key: str) -> object:
    below = entity(draft, key.partition(DOT)[2]) if DOT in key else None
    if below is not None:
        return _("Which company or body owns part of %(name)s?", name=below.name)
    return _("Which company or body is it?")


def _filled(_draft: Draft, _key: str) -> Mapping[str, object]:
    return {"key": new_key(), "pick": None}


QUESTION = Question(
    template="find",
    title=_title,
    form=FindForm,
    filled=_filled,
    answer=_answer,
    onward=_onward,
    prepare=_prepare,
)
