"""Who stands behind a trust: settlors, trustees, protectors, beneficiaries, and classes of beneficiaries."""

from collections.abc import Mapping
from dataclasses import replace

from bods.codelists import InterestType
from register.declarations.draft import Draft, Holding, PersonAnswer, PersonKind
from register.web.declare.inputs.choices import ChecksField, choices_of
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import text_field
from register.web.declare.steps.entity import DOT, SLUG
from register.web.declare.steps.parties import (
    entity,
    holding,
    name_of,
    new_key,
    parties_of,
    with_holding,
    without_holding,
)
from register.web.declare.steps.step import Place, Question
from register.words import _

#: The fields of the form, and the role that each asks for.
ROLES: Mapping[str, InterestType] = {
    "settlors": InterestType.SETTLOR,
    "trustees": InterestType.TRUSTEE,
    "protectors": InterestType.PROTECTOR,
    "beneficiaries": InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
}


class BehindForm(Answer):
    """Everybody named so far, for each role."""

    settlors = ChecksField(_("Who put property into it? (settlors)"), choices=[])
    trustees = ChecksField(_("Who looks after the property? (trustees)"), choices=[])
    protectors = ChecksField(_("Who watches over the trustees? (protectors)"), choices=[])
    beneficiaries = ChecksField(_("For whom is it? (beneficiaries)"), choices=[])
    described = text_field(_("Beneficiaries who cannot be named one by one"))

    def validate(self, extra_validators: object = None) -> bool:
        """Somebody stands behind every trust."""
        good = super().validate(extra_validators)
        told = any(self[name].data for name in ROLES) or self.described.data
        if good and not told and not self.leaving:
            return wrong(self.settlors, _("Tick who stands behind it, or say below that nobody can be named"))
        return good


def _body(key: str) -> str:
    return key.partition(DOT)[0]


def _prepare(form: BehindForm, draft: Draft, key: str) -> None:
    for name in ROLES:
        form[name].choices = choices_of(parties_of(draft, _body(key)))


def _class_of(draft: Draft, trust: str) -> PersonAnswer | None:
    """The class of beneficiaries told of this trust, if one was."""
    return next(
        (each for each in draft.people if each.kind is PersonKind.CLASS and holding(draft, each.key, trust)),
        None,
    )


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    trust = _body(key)
    held = [(each.holder, each.controls) for each in draft.holdings if each.held == trust]
    described = _class_of(draft, trust)
    ticked = {name: sorted(who for who, controls in held if role in controls) for name, role in ROLES.items()}
    return {**ticked, "described": described.full_name if described else ""}


def _answer(draft: Draft, key: str, form: BehindForm) -> Draft:
    trust = _body(key)
    for who, _name in parties_of(draft, trust):
        roles = {role for name, role in ROLES.items() if who in (form[name].data or ())}
        draft = _with_roles(draft, who, trust, roles)
    draft = _with_class(draft, trust, form.described.data or "")
    body = entity(draft, trust)
    if body is None or body.no_holder is None:
        return draft
    bodies = (replace(each, no_holder=None) if each.key == trust else each for each in draft.entities)
    return replace(draft, entities=tuple(bodies))


def _with_roles(draft: Draft, who: str, trust: str, roles: set[InterestType]) -> Draft:
    kept = holding(draft, who, trust)
    others = [each for each in (kept.controls if kept else ()) if each not in ROLES.values()]
    controls = tuple(each for each in InterestType if each in roles or each in others)
    if controls:
        return with_holding(draft, replace(kept or Holding(who, trust), controls=controls))
    return without_holding(draft, who, trust)


def _with_class(draft: Draft, trust: str, described: str) -> Draft:
    before = _class_of(draft, trust)
    if not described:
        return _without(draft, before.key) if before else draft
    group = replace(before or PersonAnswer(new_key(), "", "", "", PersonKind.CLASS), full_name=described)
    people = tuple(group if each.key == group.key else each for each in draft.people)
    draft = replace(draft, people=people if before else (*people, group))
    role = ROLES["beneficiaries"]
    return with_holding(draft, Holding(group.key, trust, controls=(role,))) if not before else draft


def _without(draft: Draft, key: str) -> Draft:
    people = tuple(each for each in draft.people if each.key != key)
    return replace(
        draft, people=people, holdings=tuple(each for each in draft.holdings if key not in each.key)
    )


QUESTION = Question(
    template="behind",
    title=lambda draft, key: _("Who stands behind %(name)s?", name=name_of(draft, _body(key))),
    form=BehindForm,
    filled=_filled,
    answer=_answer,
    onward=lambda _draft, _key, _form: Place(SLUG),
    prepare=_prepare,
    watched=lambda draft, key: [repr(each) for each in draft.holdings if each.held == _body(key)],
)
