"""The people who own or control the company: the list of them, and whether somebody is still missing."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import ngettext

from register.declarations.draft import Draft
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.form import Answer
from register.web.declare.steps.parties import answered, without_party
from register.web.declare.steps.person import SLUG, item
from register.web.declare.steps.step import NEW, Place, Question, Step
from register.words import _

ADD, EVERYONE, NOBODY = "add", "everyone", "nobody"


class PeopleForm(Answer):
    """What comes next: another person, or no more."""

    then = radio_field(
        _("Is there anyone else?"),
        [
            (ADD, _("Yes, I name another person")),
            (EVERYONE, _("No, that is everyone")),
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
                (EVERYONE, _("No: it belongs to the state, or to a company listed on a stock exchange")),
                (NOBODY, _("No, nobody can be named")),
            ]
        )


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    if draft.no_owner is not None:
        return {"then": NOBODY}
    return {"then": EVERYONE if SLUG in draft.answered else None}


def _answer(draft: Draft, _key: str, form: PeopleForm) -> Draft:
    if form.then.data == EVERYONE:
        return answered(replace(draft, no_owner=None), SLUG)
    return answered(draft, SLUG) if form.then.data == NOBODY else draft


def _onward(_draft: Draft, _key: str, form: PeopleForm) -> Place | None:
    return {ADD: Place(SLUG, NEW), NOBODY: Place("nobody")}.get(form.then.data or "")


def _done(draft: Draft) -> bool:
    named = all(each.full_name and each.nationality and each.residence for each in draft.people)
    proved = all(
        each.key in draft.particulars and draft.particulars[each.key].document_number for each in draft.people
    )
    return SLUG in draft.answered and named and proved


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
    item=item,
    remove=without_party,
)
