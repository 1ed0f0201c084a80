"""One body that stands between people and the company, and what is above it."""

from collections.abc import Mapping
from dataclasses import replace

from wtforms import HiddenField

from register.declarations.draft import Draft, EntityAnswer, EntityKind, Holding
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.countries import country_field
from register.web.declare.inputs.form import wrong
from register.web.declare.inputs.texts import name_field, text_field
from register.web.declare.kept import jurisdiction
from register.web.declare.steps.kinds import ENDS, kind_field
from register.web.declare.steps.of_kind import OfKindForm, filled_of_kind, told_of_kind
from register.web.declare.steps.parties import entity, holding, key_for, new_key, with_entity, with_holding
from register.web.declare.steps.step import NEW, Place, Question
from register.words import _

SLUG = "companies"
#: Parts the key of a question: "new.a1" is a body that holds in a1, "a1.above" asks what is above a1.
DOT = "."
ABOVE = "above"
BEHIND = "behind"
#: No number, or a number of a register that this place has no name for.
NONE, ELSEWHERE = "none", "elsewhere"


class EntityForm(OfKindForm):
    """A body's answers; all of them are published."""

    key = HiddenField()
    name = name_field(_("Registered name"), _("Enter the body’s registered name"))
    kind = kind_field(_("What kind of body is it?"))
    country = country_field(
        _("Where is it registered?"), _("Choose the country where it is registered or stands")
    )
    register = radio_field(_("Which number does it have?"), [], _("Pick which number the body has"))
    number = text_field(_("The number"), most=100)
    other_names = text_field(_("Former and trading names"), most=1000)

    def validate(self, extra_validators: object = None) -> bool:
        """A number has the form that its register gives."""
        good = super().validate(extra_validators)
        return all([good, self._number_fits()])

    def _number_fits(self) -> bool:
        if self.register.data in (NONE, None):
            return True
        if not self.number.data:
            return self.leaving or wrong(self.number, _("Enter the number"))
        scheme = jurisdiction().scheme(self.register.data)
        if scheme and not scheme.fits(self.number.data):
            return wrong(
                self.number, _("Enter the number as it is on the certificate: %(hint)s", hint=_(scheme.hint))
            )
        return True


def _prepare(form: EntityForm, _draft: Draft, _key: str) -> None:
    form.register.choices = choices_of(
        [
            *((scheme.code, _(scheme.label)) for scheme in jurisdiction().identifier_schemes),
            (ELSEWHERE, _("A number of a register in another country")),
            (NONE, _("No number, or I do not know it")),
        ]
    )


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    body = entity(draft, key)
    if body is None:
        return {
            "key": new_key(),
            "name": "",
            "kind": EntityKind.COMPANY.value,
            "country": "",
            "register": None,
            "number": "",
        }
    known = jurisdiction().scheme(body.scheme) is not None
    return {
        **filled_of_kind(body),
        "other_names": ", ".join(body.other_names),
        "key": key,
        "name": body.name,
        "kind": body.kind.value,
        "country": body.country,
        "register": body.scheme if known else (ELSEWHERE if body.number else NONE),
        "number": body.number,
    }


def _answer(draft: Draft, key: str, form: EntityForm) -> Draft:
    new = key == NEW or key.startswith(NEW + DOT)
    if new and form.leaving and not form.name.data:
        return draft
    below = key.partition(DOT)[2] if new else ""
    if new:
        key = key_for(form.key.data, {each.key for each in draft.people})
    before = entity(draft, key)
    numbered = form.register.data not in (NONE, None)
    kind = EntityKind(form.kind.data or EntityKind.COMPANY)
    body = replace(
        before or EntityAnswer(key, "", kind, ""),
        name=form.name.data or "",
        kind=kind,
        country=form.country.data or "",
        scheme=_scheme(before, form) if numbered else "",
        number=(form.number.data or "") if numbered else "",
        other_names=_names(form.other_names.data or ""),
        **told_of_kind(before, kind, form),
    )
    changed = with_entity(draft, body)
    if below and holding(changed, key, below) is None:
        return with_holding(_named(changed, below), Holding(key, below))
    return changed


def _scheme(before: EntityAnswer | None, form: EntityForm) -> str:
    """The list that gives the number; one that the form has no name for stays with its number."""
    if form.register.data != ELSEWHERE:
        return form.register.data or ""
    same = before is not None and before.number == form.number.data
    return before.scheme if before and same and jurisdiction().scheme(before.scheme) is None else ""


def _names(typed: str) -> tuple[str, ...]:
    names = (each.strip() for each in typed.split(","))
    return tuple(dict.fromkeys(each for each in names if each))


def _named(draft: Draft, key: str) -> Draft:
    """Somebody is named above a body: nothing keeps its owners from being known any more."""
    body = entity(draft, key)
    return with_entity(draft, replace(body, no_holder=None)) if body and body in draft.entities else draft


def _onward(draft: Draft, key: str, form: EntityForm) -> Place:
    """A company or trust may be owned by others in turn; a listed or public one ends the chain."""
    found = form.key.data if key.startswith(NEW) else key
    body = entity(draft, found or "")
    if body is None or body.kind in ENDS:
        return Place(SLUG)
    return Place(SLUG, f"{found}{DOT}{BEHIND if body.kind is EntityKind.TRUST else ABOVE}")


def _title(draft: Draft, key: str) -> object:
    if key.startswith(NEW + DOT):
        below = entity(draft, key.partition(DOT)[2])
        return _("Which company or body owns part of %(name)s?", name=below.name if below else "")
    body = entity(draft, key)
    return body.name if body else _("Name a company or other body")


QUESTION = Question(
    template="entity",
    title=_title,
    form=EntityForm,
    filled=_filled,
    answer=_answer,
    onward=_onward,
    prepare=_prepare,
)
