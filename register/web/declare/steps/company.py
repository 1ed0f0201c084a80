"""The declaring company: its name as registered, and what kind of body it is."""

from collections.abc import Mapping
from dataclasses import replace

from register.declarations.draft import Draft, EntityKind
from register.web.declare.inputs.countries import country_field
from register.web.declare.inputs.days import DayField, typed
from register.web.declare.inputs.texts import name_field
from register.web.declare.steps.contact import CONTACT, asked_about
from register.web.declare.steps.kinds import kind_field
from register.web.declare.steps.of_kind import OfKindForm, filled_of_kind, told_of_kind
from register.web.declare.steps.parties import answered
from register.web.declare.steps.step import Question, Step
from register.words import _

SLUG = "company"


class CompanyForm(OfKindForm):
    """Name, kind and what goes with it, and its first day; the number is the county's record and is shown, not asked."""

    name = name_field(_("Registered name"), _("Enter the company’s registered name"))
    kind = kind_field(_("What kind of body is it?"), EntityKind.STATE)
    country = country_field(_("Where is it registered?"), _("Choose the country it is registered in"))
    founded = DayField(_("When was it registered or founded?"))


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    company = draft.company
    told = {"name": company.name, "kind": company.kind.value, "country": company.country}
    return {**told, "founded": typed(company.founded), **filled_of_kind(company)}


def _answer(draft: Draft, _key: str, form: CompanyForm) -> Draft:
    kind = EntityKind(form.kind.data or draft.company.kind)
    company = replace(
        draft.company,
        name=form.name.data or draft.company.name,
        kind=kind,
        country=form.country.data or draft.company.country,
        founded=form.founded.value,
        **told_of_kind(draft.company, kind, form),
    )
    changed = replace(draft, company=company)
    return changed if form.leaving else answered(changed, SLUG)


_CONTACT = asked_about(SLUG)

STEP = Step(
    slug=SLUG,
    title=_("Company name and number"),
    group=_("Your company"),
    question=Question(
        template="company",
        title=lambda _draft, _key: _("Is this your company?"),
        form=CompanyForm,
        filled=_filled,
        answer=_answer,
    ),
    done=lambda draft: SLUG in draft.answered,
    item=lambda _draft, key: _CONTACT if key == CONTACT else None,
    says=lambda draft: (
        draft.company.name
        if SLUG in draft.answered
        else _("Filled in from the county’s record; you check it")
    ),
)
