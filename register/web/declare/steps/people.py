"""The people who own or control the company: the list of them, and whether somebody is still missing."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import ngettext

from register.declarations.draft import Draft, PersonKind
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.form import Answer
from register.web.declare.steps import barred, office, risk, unnamed
from register.web.declare.steps import person as one
from register.web.declare.steps.parties import answered, person, without_party
from register.web.declare.steps.person import BARRED, DOT, OFFICE, SLUG
from register.web.declare.steps.step import NEW, Place, Question, Step
from register.web.declare.steps.unnamed import NEW_UNNAMED
from register.words import _

#: The slug of the step about bodies; "a1.risk" asks whether a1 would be in danger.
BODIES = "companies"
RISK = "risk"
ADD, UNNAMED, DIRECTLY, EVERYONE, NOBODY = "add", "unnamed", "directly", "everyone", "nobody"


class PeopleForm(Answer):
    """What comes next: another person, or no more."""

    then = radio_field(
        _("Is there anyone else?"),
        [
            (ADD, _("Yes, I name another person")),
            (UNNAMED, _("Yes, but I cannot name them")),
            (DIRECTLY, _("No, that is everyone, and they hold it directly")),
            (EVERYONE, _("No, that is everyone; a company, trust or another body stands in between")),
            (NOBODY, _("Nobody can be named as an owner of the whole company")),
        ],
        _("Pick whether there is anyone else to name"),
    )


def _prepare(form: PeopleForm, draft: Draft, _key: str) -> None:
    if not draft.people:
        form.then.label.text = _("Can you name somebody?")
        form.then.choices = choices_of(
            [
                (ADD, _("Yes, I name the first person")),
                (UNNAMED, _("There is somebody, but I cannot name them")),
                (EVERYONE, _("No: it belongs to the state, or to a company listed on a stock exchange")),
                (NOBODY, _("No, nobody can be named")),
            ]
        )


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    if draft.no_owner is not None:
        return {"then": NOBODY}
    if SLUG not in draft.answered:
        return {"then": None}
    direct = BODIES in draft.answered and not draft.entities and bool(draft.people)
    return {"then": DIRECTLY if direct else EVERYONE}


def _answer(draft: Draft, _key: str, form: PeopleForm) -> Draft:
    if form.then.data == EVERYONE:
        return answered(replace(draft, no_owner=None), SLUG)
    if form.then.data == DIRECTLY:
        told = answered(replace(draft, no_owner=None), SLUG)
        return told if draft.entities else answered(told, BODIES)
    return answered(draft, SLUG) if form.then.data == NOBODY else draft


def _onward(_draft: Draft, _key: str, form: PeopleForm) -> Place | None:
    places = {ADD: Place(SLUG, NEW), UNNAMED: Place(SLUG, NEW_UNNAMED), NOBODY: Place("nobody")}
    return places.get(form.then.data or "")


def whole(draft: Draft, key: str) -> bool:
    """Whether all is told of a person that is asked; of somebody who cannot be named, why."""
    told = person(draft, key)
    if told is None or told.kind is not PersonKind.NAMED:
        return told is not None and bool(told.full_name)
    private = draft.particulars.get(key)
    proved = private is not None and bool(private.document_number)
    office = private is None or not private.exposed or bool(private.exposures)
    return bool(told.full_name and told.nationality and told.residence) and proved and office


def _item(draft: Draft, key: str) -> Question | None:
    first, _dot, rest = key.partition(DOT)
    if key in (NEW, NEW_UNNAMED):
        return one.QUESTION if key == NEW else unnamed.QUESTION
    told = person(draft, first)
    if told is None:
        return None
    if told.kind is not PersonKind.NAMED:
        of_kind = {PersonKind.CLASS: unnamed.OF_A_CLASS, PersonKind.UNNAMED: unnamed.QUESTION}
        return of_kind[told.kind] if not rest else None
    if rest.startswith(OFFICE):
        return office.QUESTION
    return {"": one.QUESTION, RISK: risk.QUESTION, BARRED: barred.QUESTION}.get(rest)


def _done(draft: Draft) -> bool:
    return SLUG in draft.answered and all(whole(draft, each.key) for each in draft.people)


def _says(draft: Draft) -> object:
    if not draft.people:
        if draft.no_owner:
            return _("Nobody can be named")
        return _("Nobody") if SLUG in draft.answered else _("About 3 minutes for each person")
    return ngettext("%(num)s person named", "%(num)s people named", len(draft.people))


STEP = Step(
    slug=SLUG,
    title=_("People who own or control it"),
    group=_("Owners"),
    question=Question(
        template="people",
        title=lambda _draft, _key: _("People who own or control the company"),
        form=PeopleForm,
        filled=_filled,
        answer=_answer,
        onward=_onward,
        prepare=_prepare,
    ),
    done=_done,
    says=_says,
    item=_item,
    remove=without_party,
)
