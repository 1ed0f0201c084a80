"""The companies, trusts and other bodies that stand between people and the company."""

from collections.abc import Mapping

from flask_babel import ngettext

from register.declarations.draft import SUBJECT, Draft
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.form import Answer
from register.web.declare.steps import above
from register.web.declare.steps import entity as one
from register.web.declare.steps.entity import ABOVE, DOT, SLUG
from register.web.declare.steps.parties import answered, chain, entity, without_party
from register.web.declare.steps.step import NEW, Place, Question, Step
from register.words import _

ADD, ALL = "add", "all"


class CompaniesForm(Answer):
    """What comes next: another body, or no more."""

    then = radio_field(
        _("Is there another one?"),
        [(ADD, _("Yes, I name another one")), (ALL, _("No, those are all"))],
        _("Pick whether there is another one to name"),
    )


def _prepare(form: CompaniesForm, draft: Draft, _key: str) -> None:
    if not draft.entities:
        form.then.label.text = _("Does any company, trust or other body hold part of it?")
        form.then.choices = choices_of(
            [
                (ADD, _("Yes, I name the first one")),
                (ALL, _("No, only people hold it, directly")),
            ]
        )


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    return {"then": ALL if SLUG in draft.answered else None}


def _answer(draft: Draft, _key: str, form: CompaniesForm) -> Draft:
    return answered(draft, SLUG) if form.then.data == ALL else draft


def _onward(_draft: Draft, _key: str, form: CompaniesForm) -> Place | None:
    return Place(SLUG, NEW) if form.then.data == ADD else None


def _item(draft: Draft, key: str) -> Question | None:
    first, dot, rest = key.partition(DOT)
    if first == NEW:
        below = not dot or any(each.key == rest for each in chain(draft))
        return one.QUESTION if below else None
    if first == SUBJECT or entity(draft, first) is None:
        return None
    return {("", ""): one.QUESTION, (DOT, ABOVE): above.QUESTION}.get((dot, rest))


def _says(draft: Draft) -> object:
    if not draft.entities:
        return _("None: people hold it directly") if SLUG in draft.answered else _("About 2 minutes for each")
    if len(draft.entities) <= 2:
        return ", ".join(each.name for each in draft.entities)
    return ngettext("%(num)s body named", "%(num)s bodies named", len(draft.entities))


STEP = Step(
    slug=SLUG,
    title=_("Companies and other bodies between them and yours"),
    group=_("Owners"),
    question=Question(
        template="companies",
        title=lambda _draft, _key: _("Companies and other bodies in between"),
        form=CompaniesForm,
        filled=_filled,
        answer=_answer,
        onward=_onward,
        prepare=_prepare,
    ),
    done=lambda draft: SLUG in draft.answered and all(each.name and each.country for each in draft.entities),
    says=_says,
    item=_item,
    remove=without_party,
)
