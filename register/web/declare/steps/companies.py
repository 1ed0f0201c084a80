"""The companies, trusts and other bodies that stand between people and the company."""

from collections.abc import Mapping

from flask_babel import ngettext

from register.declarations.draft import SUBJECT, Draft, EntityKind
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.form import Answer
from register.web.declare.steps import above, behind, find, joint, nominee
from register.web.declare.steps import entity as one
from register.web.declare.steps.contact import CONTACT, asked_about
from register.web.declare.steps.entity import ABOVE, BEHIND, DOT, SLUG
from register.web.declare.steps.find import FIND
from register.web.declare.steps.parties import answered, body_name, chain, entity, without_party
from register.web.declare.steps.step import NEW, Place, Question, Step
from register.words import _

ADD, NOMINEE, JOINT, ALL = "add", "nominee", "joint", "all"
#: What the key of a question about something new begins with, for those that have a page of their own.
NEW_NOMINEE, NEW_JOINT = f"{NEW}-nominee", f"{NEW}-joint"


class CompaniesForm(Answer):
    """What comes next: another body, or no more."""

    then = radio_field(
        _("Is there another one?"),
        [
            (ADD, _("Yes, I name another one")),
            (NOMINEE, _("Somebody holds in their name for another (nominee)")),
            (JOINT, _("Several people hold the same shares together")),
            (ALL, _("No, those are all")),
        ],
        _("Pick whether there is another one to name"),
    )


def _prepare(form: CompaniesForm, draft: Draft, _key: str) -> None:
    if not draft.entities:
        form.then.label.text = _("Does any company, trust or other body hold part of it?")
        form.then.choices = choices_of(
            [
                (ADD, _("Yes, I name the first one")),
                (NOMINEE, _("Somebody holds in their name for another (nominee)")),
                (JOINT, _("Several people hold the same shares together")),
                (ALL, _("No, only people hold it, directly")),
            ]
        )


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    return {"then": ALL if SLUG in draft.answered else None}


def _answer(draft: Draft, _key: str, form: CompaniesForm) -> Draft:
    return answered(draft, SLUG) if form.then.data == ALL else draft


def _onward(_draft: Draft, _key: str, form: CompaniesForm) -> Place | None:
    new = {ADD: FIND, NOMINEE: NEW_NOMINEE, JOINT: NEW_JOINT}.get(form.then.data or "")
    return Place(SLUG, new) if new else None


def _item(draft: Draft, key: str) -> Question | None:
    first, dot, rest = key.partition(DOT)
    if first in (NEW, FIND):
        below = not dot or any(each.key == rest for each in chain(draft))
        return {NEW: one.QUESTION, FIND: find.QUESTION}[first] if below else None
    if key in (NEW_NOMINEE, NEW_JOINT):
        return {NEW_NOMINEE: nominee.QUESTION, NEW_JOINT: joint.QUESTION}[key]
    body = entity(draft, first)
    if first == SUBJECT or body is None:
        return None
    if body.kind in OWN_PAGES and not dot:
        return OWN_PAGES[body.kind]
    return _PAGES.get((dot, rest))


#: What is asked of a body, by what follows its key.
_PAGES = {
    ("", ""): one.QUESTION,
    (DOT, ABOVE): above.QUESTION,
    (DOT, BEHIND): behind.QUESTION,
    (DOT, CONTACT): asked_about(SLUG),
}
#: Agreements are asked in their own way.
OWN_PAGES = {EntityKind.NOMINEE_AGREEMENT: nominee.QUESTION, EntityKind.JOINT_HOLDING: joint.QUESTION}


def _says(draft: Draft) -> object:
    if not draft.entities:
        return _("None: people hold it directly") if SLUG in draft.answered else _("About 2 minutes for each")
    if len(draft.entities) <= 2:
        return ", ".join(body_name(each) for each in draft.entities)
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
    done=lambda draft: (
        SLUG in draft.answered and all(body_name(each) and each.country for each in draft.entities)
    ),
    says=_says,
    item=_item,
    remove=without_party,
)
