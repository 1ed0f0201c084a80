"""The public office that a person, or somebody close to them, holds or held."""

from collections.abc import Mapping
from dataclasses import replace

from wtforms import BooleanField

from register.declarations.draft import Draft, Exposure, Particulars, Tie
from register.web.declare.inputs import days
from register.web.declare.inputs.choices import radio_field
from register.web.declare.inputs.countries import country_field
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer, Needed
from register.web.declare.inputs.texts import text_field
from register.web.declare.steps.parties import name_of
from register.web.declare.steps.person import DOT, SLUG, untold
from register.web.declare.steps.step import Place, Question
from register.words import N_, _

TIES: Mapping[Tie, str] = {
    Tie.SELF: N_("The person themselves"),
    Tie.SPOUSE: N_("Their husband or wife"),
    Tie.CHILD: N_("Their child"),
    Tie.PARENT: N_("Their father or mother"),
    Tie.SPOUSES_CHILD: N_("A child of their husband or wife"),
    Tie.SPOUSES_PARENT: N_("The father or mother of their husband or wife"),
    Tie.SIBLING: N_("Their brother or sister"),
    Tie.BUSINESS_PARTNER: N_("Somebody they do business with"),
}


class OfficeForm(Answer):
    """One office; all of it stays with the officers."""

    tie = radio_field(
        _("Who holds or held the office?"),
        [(tie.value, _(words)) for tie, words in TIES.items()],
        _("Pick who holds or held the office"),
    )
    official = text_field(_("That person’s name"))
    office = text_field(
        _("Which office?"), Needed(_("Enter the office, for example member of the county assembly"))
    )
    body = text_field(_("In which public body?"), Needed(_("Enter the public body")))
    country = country_field(_("In which country?"), _("Choose the country of the office"))
    since = DayField(_("Since when?"))
    until = DayField(_("Until when?"))
    another = BooleanField(_("There is another office to tell"))


def _private(draft: Draft, key: str) -> Particulars:
    return draft.particulars.get(key.partition(DOT)[0], Particulars("", ""))


def _place(key: str) -> int:
    """Which of the offices: "a1.office" is the first, "a1.office2" the second."""
    number = key.partition(DOT)[2].removeprefix("office")
    return int(number) - 1 if number.isdecimal() and int(number) > 0 else 0


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    told = dict(enumerate(_private(draft, key).exposures)).get(_place(key), None)
    if told is None:
        return {"tie": None, "country": "", "since": days.typed(None), "until": days.typed(None)}
    return {
        "tie": told.tie.value,
        "official": told.official,
        "office": told.office,
        "body": told.body,
        "country": told.country,
        "since": days.typed(told.since),
        "until": days.typed(told.until),
        "another": len(_private(draft, key).exposures) > _place(key) + 1,
    }


def _answer(draft: Draft, key: str, form: OfficeForm) -> Draft:
    person, private = key.partition(DOT)[0], _private(draft, key)
    if not form.tie.data:
        return draft
    told = Exposure(
        tie=Tie(form.tie.data),
        office=form.office.data or "",
        body=form.body.data or "",
        country=form.country.data or "",
        official=(form.official.data or "") if form.tie.data != Tie.SELF else "",
        since=form.since.value,
        until=form.until.value,
    )
    place = _place(key)
    exposures = (*private.exposures[:place], told, *private.exposures[place + 1 :])
    changed = replace(private, exposed=True, exposures=exposures)
    return replace(draft, particulars={**draft.particulars, person: changed})


def _onward(draft: Draft, key: str, form: OfficeForm) -> Place:
    person = key.partition(DOT)[0]
    return Place(SLUG, f"{person}.office{_place(key) + 2}") if form.another.data else untold(draft, person)


QUESTION = Question(
    template="office",
    title=lambda draft, key: _("Which public office? (%(name)s)", name=name_of(draft, key.partition(DOT)[0])),
    form=OfficeForm,
    filled=_filled,
    answer=_answer,
    onward=_onward,
)
