"""Joint ventures and consortia in which the company bids, and their partners."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import ngettext
from wtforms import BooleanField, HiddenField

from bods.shares import Share
from register.declarations.draft import Draft, Partner, Venture
from register.web.declare.inputs import percents
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.countries import country_field
from register.web.declare.inputs.form import Answer, Needed
from register.web.declare.inputs.numbers import Numbered, number_of, offered, told_number
from register.web.declare.inputs.percents import PercentField
from register.web.declare.inputs.texts import name_field, text_field
from register.web.declare.steps.parties import answered, key_for, new_key
from register.web.declare.steps.step import NEW, Place, Question, Step
from register.words import _

SLUG = "ventures"
DOT = "."
ADD, ALL = "add", "all"


class VenturesForm(Answer):
    """Whether there is another venture."""

    then = radio_field(
        _("Does the company bid together with others?"),
        [(ADD, _("Yes, I name a joint venture or consortium")), (ALL, _("No, or all are named above"))],
        _("Pick whether there is a joint venture to name"),
    )


class VentureForm(Answer):
    """A venture."""

    key = HiddenField()
    name = name_field(_("Name of the joint venture or consortium"), _("Enter the name of the venture"))
    tender = text_field(_("For which tender?"), Needed(_("Enter the number or title of the tender")))
    share = PercentField(_("The company’s own part of it"))
    leads = BooleanField(_("The company leads it"))

    def validate(self, extra_validators: object = None) -> bool:
        """The own part, where it is told, is a figure."""
        return all([super().validate(extra_validators), part_told(self.share)])


class PartnerForm(Numbered):
    """One partner; it declares its own owners."""

    key = HiddenField()
    name = name_field(_("Registered name of the partner"), _("Enter the partner’s registered name"))
    country = country_field(_("Where is it registered?"), _("Choose the country where it is registered"))
    share = PercentField(_("The partner’s part of the venture"))
    leads = BooleanField(_("The partner leads the venture"))
    another = BooleanField(_("There is another partner to name"))

    def validate(self, extra_validators: object = None) -> bool:
        """The part, where it is told, is a figure."""
        return all([super().validate(extra_validators), part_told(self.share)])


def part_told(field: PercentField) -> bool:
    """Whether a part that may be left out is a figure, or was left out."""
    return not (field.data or "").strip() or percents.exactly(field) is not None


def part_of(field: PercentField) -> Share | None:
    """The part, if it was told."""
    return Share.exactly(field.percent) if field.percent else None


def typed(share: Share | None) -> str:
    """A part as one would type it."""
    return percents.typed(share.exact) if share and share.exact is not None else ""


def venture(draft: Draft, key: str) -> Venture | None:
    """The venture with this key."""
    return next((each for each in draft.ventures if each.key == key), None)


def _put(draft: Draft, told: Venture) -> Draft:
    if venture(draft, told.key) is None:
        return replace(draft, ventures=(*draft.ventures, told))
    return replace(draft, ventures=tuple(told if each.key == told.key else each for each in draft.ventures))


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    told = venture(draft, key) or Venture(new_key(), "")
    return {
        "key": told.key,
        "name": told.name,
        "tender": told.tender,
        "share": typed(told.share),
        "leads": told.leads,
    }


def _answer(draft: Draft, key: str, form: VentureForm) -> Draft:
    key = key_for(form.key.data, set()) if key == NEW else key
    told = replace(
        venture(draft, key) or Venture(key, ""),
        name=form.name.data or "",
        tender=form.tender.data or "",
        share=part_of(form.share),
        leads=bool(form.leads.data),
    )
    return _put(draft, told)


def _onward(draft: Draft, key: str, form: VentureForm) -> Place:
    told = venture(draft, (form.key.data or "") if key == NEW else key)
    return Place(SLUG, f"{told.key}{DOT}{NEW}") if told and not told.partners else Place(SLUG)


def _partner(draft: Draft, key: str) -> tuple[Venture | None, Partner | None]:
    first, _dot, rest = key.partition(DOT)
    told = venture(draft, first)
    return told, next((each for each in told.partners if each.key == rest), None) if told else None


def _filled_partner(draft: Draft, key: str) -> Mapping[str, object]:
    told = _partner(draft, key)[1] or Partner(new_key(), "", "")
    return {
        "key": told.key,
        "name": told.name,
        "country": told.country,
        **told_number(told.number),
        "share": typed(told.share),
        "leads": told.leads,
    }


def _answer_partner(draft: Draft, key: str, form: PartnerForm) -> Draft:
    whole, known = _partner(draft, key)
    if whole is None:
        return draft
    told = Partner(
        key=known.key if known else key_for(form.key.data, set()),
        name=form.name.data or "",
        country=form.country.data or "",
        number=number_of(form),
        share=part_of(form.share),
        leads=bool(form.leads.data),
    )
    others = tuple(each for each in whole.partners if each.key != told.key)
    return _put(draft, replace(whole, partners=(*others, told)))


def _item(draft: Draft, key: str) -> Question | None:
    first, dot, rest = key.partition(DOT)
    if key == NEW:
        return ONE
    whole, known = _partner(draft, key)
    if whole is None or first == NEW:
        return None
    if not dot:
        return ONE
    return PARTNER if rest == NEW or known else None


def _remove(draft: Draft, key: str) -> Draft:
    first, dot, rest = key.partition(DOT)
    if not dot:
        return replace(draft, ventures=tuple(each for each in draft.ventures if each.key != first))
    whole = venture(draft, first)
    partners = tuple(each for each in (whole.partners if whole else ()) if each.key != rest)
    return _put(draft, replace(whole, partners=partners)) if whole else draft


ONE = Question(
    template="venture",
    title=lambda _draft, _key: _("A joint venture or consortium"),
    form=VentureForm,
    filled=_filled,
    answer=_answer,
    onward=_onward,
)
PARTNER = Question(
    template="partner",
    title=lambda draft, key: _(
        "A partner in %(name)s", name=whole.name if (whole := venture(draft, key.partition(DOT)[0])) else ""
    ),
    form=PartnerForm,
    filled=_filled_partner,
    answer=_answer_partner,
    onward=lambda _draft, key, form: (
        Place(SLUG, f"{key.partition(DOT)[0]}{DOT}{NEW}") if form.another.data else Place(SLUG)
    ),
    prepare=lambda form, _draft, _key: offered(form),
)


def _says(draft: Draft) -> object:
    if not draft.ventures:
        return _("None") if SLUG in draft.answered else _("Only if you bid together with others")
    return ngettext("%(num)s venture named", "%(num)s ventures named", len(draft.ventures))


STEP = Step(
    slug=SLUG,
    title=_("Joint ventures"),
    group=_("Only if it applies"),
    question=Question(
        template="ventures",
        title=lambda _draft, _key: _("Joint ventures and consortia"),
        form=VenturesForm,
        filled=lambda draft, _key: {"then": ALL if SLUG in draft.answered else None},
        answer=lambda draft, _key, form: answered(draft, SLUG) if form.then.data == ALL else draft,
        onward=lambda _draft, _key, form: Place(SLUG, NEW) if form.then.data == ADD else None,
    ),
    done=lambda draft: SLUG in draft.answered,
    says=_says,
    item=_item,
    remove=_remove,
    optional=True,
)
