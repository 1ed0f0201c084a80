"""Those whom the company hires for a tender, with their owners as far as they are known."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import ngettext
from wtforms import BooleanField, HiddenField

from register.declarations.draft import Draft, Subcontractor, SubcontractorOwner
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.countries import country_field
from register.web.declare.inputs.form import Answer, Needed
from register.web.declare.inputs.numbers import Numbered, number_of, offered, told_number
from register.web.declare.inputs.percents import PercentField
from register.web.declare.inputs.texts import name_field, text_field
from register.web.declare.steps.parties import answered, key_for, new_key
from register.web.declare.steps.step import NEW, Place, Question, Step
from register.web.declare.steps.ventures import part_of, part_told, typed
from register.words import _

SLUG = "subcontractors"
DOT = "."
ADD, ALL = "add", "all"


class SubcontractorsForm(Answer):
    """Whether there is another one."""

    then = radio_field(
        _("Does the company hire others for a tender?"),
        [(ADD, _("Yes, I name a subcontractor")), (ALL, _("No, or all are named above"))],
        _("Pick whether there is a subcontractor to name"),
    )


class SubcontractorForm(Numbered):
    """One subcontractor."""

    key = HiddenField()
    name = name_field(_("Registered name"), _("Enter the subcontractor’s registered name"))
    country = country_field(_("Where is it registered?"), _("Choose the country where it is registered"))
    tender = text_field(_("For which tender?"), Needed(_("Enter the number or title of the tender")))
    work = text_field(_("For what work?"))
    share = PercentField(_("Its part of the contract"))

    def validate(self, extra_validators: object = None) -> bool:
        """The part, where it is told, is a figure."""
        return all([super().validate(extra_validators), part_told(self.share)])


class OwnerForm(Answer):
    """One owner of a subcontractor."""

    full_name = name_field(_("Full name"), _("Enter the person’s full name"))
    nationality = country_field(_("Nationality"), _("Choose the person’s nationality"))
    share = PercentField(_("Share"))
    another = BooleanField(_("There is another owner to name"))

    def validate(self, extra_validators: object = None) -> bool:
        """The share, where it is told, is a figure."""
        return all([super().validate(extra_validators), part_told(self.share)])


def hired(draft: Draft, key: str) -> Subcontractor | None:
    """The subcontractor with this key."""
    return next((each for each in draft.subcontractors if each.key == key), None)


def _put(draft: Draft, told: Subcontractor) -> Draft:
    if hired(draft, told.key) is None:
        return replace(draft, subcontractors=(*draft.subcontractors, told))
    every = (told if each.key == told.key else each for each in draft.subcontractors)
    return replace(draft, subcontractors=tuple(every))


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    told = hired(draft, key) or Subcontractor(new_key(), "", "")
    return {
        "key": told.key,
        "name": told.name,
        "country": told.country,
        **told_number(told.number),
        "tender": told.tender,
        "work": told.work,
        "share": typed(told.share),
    }


def _answer(draft: Draft, key: str, form: SubcontractorForm) -> Draft:
    key = key_for(form.key.data, set()) if key == NEW else key
    told = replace(
        hired(draft, key) or Subcontractor(key, "", ""),
        name=form.name.data or "",
        country=form.country.data or "",
        number=number_of(form),
        tender=form.tender.data or "",
        work=form.work.data or "",
        share=part_of(form.share),
    )
    return _put(draft, told)


def _onward(draft: Draft, key: str, form: SubcontractorForm) -> Place:
    told = hired(draft, (form.key.data or "") if key == NEW else key)
    return Place(SLUG, f"{told.key}{DOT}1") if told and not told.owners else Place(SLUG)


def _owner(draft: Draft, key: str) -> tuple[Subcontractor | None, int]:
    """The subcontractor, and which of its owners: "a1.2" is the second."""
    first, _dot, rest = key.partition(DOT)
    return hired(draft, first), int(rest) - 1 if rest.isdecimal() and int(rest) > 0 else -1


def _filled_owner(draft: Draft, key: str) -> Mapping[str, object]:
    told, place = _owner(draft, key)
    owner = told.owners[place] if told and 0 <= place < len(told.owners) else SubcontractorOwner("")
    return {"full_name": owner.full_name, "nationality": owner.nationality, "share": typed(owner.share)}


def _answer_owner(draft: Draft, key: str, form: OwnerForm) -> Draft:
    told, place = _owner(draft, key)
    if told is None or not form.full_name.data:
        return draft
    owner = SubcontractorOwner(form.full_name.data, form.nationality.data or "", part_of(form.share))
    return _put(draft, replace(told, owners=(*told.owners[:place], owner, *told.owners[place + 1 :])))


def _item(draft: Draft, key: str) -> Question | None:
    if key == NEW:
        return ONE
    told, place = _owner(draft, key)
    if told is None:
        return None
    if DOT not in key:
        return ONE
    return OWNER if 0 <= place <= len(told.owners) else None


def _remove(draft: Draft, key: str) -> Draft:
    told, place = _owner(draft, key)
    if told is None or DOT not in key:
        return replace(draft, subcontractors=tuple(each for each in draft.subcontractors if each.key != key))
    return _put(draft, replace(told, owners=(*told.owners[:place], *told.owners[place + 1 :])))


ONE = Question(
    template="subcontractor",
    title=lambda _draft, _key: _("A subcontractor"),
    form=SubcontractorForm,
    filled=_filled,
    answer=_answer,
    onward=_onward,
    prepare=lambda form, _draft, _key: offered(form),
)
OWNER = Question(
    template="subcontractor_owner",
    title=lambda draft, key: _(
        "Who owns %(name)s?", name=told.name if (told := _owner(draft, key)[0]) else ""
    ),
    form=OwnerForm,
    filled=_filled_owner,
    answer=_answer_owner,
    onward=lambda _draft, key, form: (
        Place(SLUG, f"{key.partition(DOT)[0]}{DOT}{int(key.partition(DOT)[2]) + 1}")
        if form.another.data
        else Place(SLUG)
    ),
)


def _says(draft: Draft) -> object:
    if not draft.subcontractors:
        return _("None") if SLUG in draft.answered else _("Only if you hire others for a tender")
    return ngettext("%(num)s subcontractor named", "%(num)s subcontractors named", len(draft.subcontractors))


STEP = Step(
    slug=SLUG,
    title=_("Subcontractors and their owners"),
    group=_("Only if it applies"),
    question=Question(
        template="subcontractors",
        title=lambda _draft, _key: _("Subcontractors"),
        form=SubcontractorsForm,
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
