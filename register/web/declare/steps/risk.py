"""A person whose life would be at risk if it were published that they own: they ask that it be withheld."""

from collections.abc import Mapping
from dataclasses import replace

from wtforms import BooleanField

from register.declarations.draft import Draft, Particulars
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import lines_field
from register.web.declare.steps.parties import name_of, person, with_person
from register.web.declare.steps.person import DOT, SLUG
from register.web.declare.steps.step import Place, Question
from register.words import _


class RiskForm(Answer):
    """Whether it is asked for, and why."""

    protection = BooleanField(_("I ask that this person’s entry be withheld from the public"))
    reason = lines_field(_("Why would the person be in danger?"))

    def validate(self, extra_validators: object = None) -> bool:
        """A registrar can decide only about a reason."""
        good = super().validate(extra_validators)
        if self.protection.data and not self.reason.data and not self.leaving:
            return wrong(self.reason, _("Say who or what threatens the person, and since when"))
        return good


def _key(key: str) -> str:
    return key.partition(DOT)[0]


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    named = person(draft, _key(key))
    private = draft.particulars.get(_key(key), Particulars("", ""))
    return {"protection": bool(named and named.protection), "reason": private.protection_reason}


def _answer(draft: Draft, key: str, form: RiskForm) -> Draft:
    named = person(draft, _key(key))
    if named is None:
        return draft
    asks = bool(form.protection.data)
    private = draft.particulars.get(_key(key), Particulars("", ""))
    told = replace(private, protection_reason=(form.reason.data or "") if asks else "")
    return with_person(draft, replace(named, protection=asks), told)


QUESTION = Question(
    template="risk",
    title=lambda draft, key: _("Would %(name)s be in danger?", name=name_of(draft, _key(key))),
    form=RiskForm,
    filled=_filled,
    answer=_answer,
    onward=lambda _draft, _key, _form: Place(SLUG),
)
