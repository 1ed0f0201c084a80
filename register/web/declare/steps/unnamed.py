"""Somebody who owns or controls and cannot be named: why, and what was done to find out; and people told by a description."""

from collections.abc import Mapping
from dataclasses import replace

from wtforms import HiddenField

from bods.codelists import UnspecifiedReason
from register.declarations.draft import Draft, NoOwner, PersonAnswer, PersonKind
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.form import Answer, Needed
from register.web.declare.inputs.texts import lines_field, text_field
from register.web.declare.steps.parties import key_for, new_key, person
from register.web.declare.steps.person import SLUG
from register.web.declare.steps.step import NEW, Place, Question
from register.words import N_, _

#: The key of the question about somebody new who cannot be named.
NEW_UNNAMED = f"{NEW}-unnamed"

REASONS: Mapping[UnspecifiedReason, str] = {
    UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER: N_(
        "We could not find out who it is"
    ),
    UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION: N_(
        "We asked, and they have not told us"
    ),
    UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE: N_("The law exempts them from being named"),
}


class UnnamedForm(Answer):
    """How the person is called here, why they are not named, and what was done."""

    key = HiddenField()
    called = text_field(
        _("How shall we call this person here?"), Needed(_("Enter a few words, for example: the second heir"))
    )
    reason = radio_field(
        _("Why can the person not be named?"),
        [(reason.value, _(words)) for reason, words in REASONS.items()],
        _("Pick why the person cannot be named"),
    )
    description = lines_field(
        _("Tell the public why"), Needed(_("Say in a sentence or two why the person is not named"))
    )
    steps_taken = lines_field(
        _("What did you do to find out?"),
        Needed(_("Say whom you asked, when and how, and what they answered")),
    )


class ClassForm(Answer):
    """People told by a description."""

    described = text_field(
        _("Who are they?"), Needed(_("Describe them, for example: the settlor’s grandchildren"))
    )


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    known = person(draft, key)
    why = known.why if known else None
    return {
        "key": key if known else new_key(),
        "called": known.full_name if known else "",
        "reason": why.reason.value if why else None,
        "description": why.description if why else "",
        "steps_taken": why.steps_taken if why else "",
    }


def _answer(draft: Draft, key: str, form: UnnamedForm) -> Draft:
    if key == NEW_UNNAMED and form.leaving and not form.called.data:
        return draft
    if key == NEW_UNNAMED:
        key = key_for(form.key.data, {each.key for each in draft.entities})
    reason = next((each for each in REASONS if each.value == form.reason.data), UnspecifiedReason.UNKNOWN)
    why = NoOwner(reason, form.description.data or "", form.steps_taken.data or "")
    told = replace(
        person(draft, key) or PersonAnswer(key, "", "", "", PersonKind.UNNAMED),
        full_name=form.called.data or "",
        why=why,
    )
    return _with(draft, told)


def _with(draft: Draft, told: PersonAnswer) -> Draft:
    people = tuple(told if each.key == told.key else each for each in draft.people)
    return replace(draft, people=people if person(draft, told.key) else (*people, told))


def _described(draft: Draft, key: str, form: ClassForm) -> Draft:
    known = person(draft, key)
    return _with(draft, replace(known, full_name=form.described.data or known.full_name)) if known else draft


QUESTION = Question(
    template="unnamed",
    title=lambda _draft, _key: _("Somebody who cannot be named"),
    form=UnnamedForm,
    filled=_filled,
    answer=_answer,
    onward=lambda _draft, _key, _form: Place(SLUG),
)
OF_A_CLASS = Question(
    template="class",
    title=lambda _draft, _key: _("People told by a description"),
    form=ClassForm,
    filled=lambda draft, key: {"described": known.full_name if (known := person(draft, key)) else ""},
    answer=_described,
    onward=lambda _draft, _key, _form: Place(SLUG),
)
