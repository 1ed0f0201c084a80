"""One person: what is published about them, and what stays with the officers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from stdnum.ke import pin
from wtforms import BooleanField, Field, HiddenField
from wtforms.validators import ValidationError

from register.declarations.draft import Draft, Particulars, PersonAnswer
from register.web.declare.inputs import days
from register.web.declare.inputs.choices import choices_of, radio_field
from register.web.declare.inputs.countries import (
    CountriesField,
    country_field,
    three_letters,
    two_letters,
)
from register.web.declare.inputs.days import DayField
from register.web.declare.inputs.form import Answer, Needed, wrong
from register.web.declare.inputs.texts import (
    email_address,
    lines_field,
    name_field,
    no_longer,
    phone_number,
    text_field,
)
from register.web.declare.kept import jurisdiction, today
from register.web.declare.steps.parties import key_for, name_of, new_key, person, with_person
from register.web.declare.steps.step import NEW, Place, Question
from register.words import _

SLUG = "people"
#: The one document that people of every country may show.
PASSPORT = "PASSPORT"
#: Parts the key of a question: "a1.office" asks for the public office of a1.
DOT = "."
OFFICE = "office"
BARRED = "barred"
YES, NO = "yes", "no"


def _documents() -> list[tuple[str, object]]:
    return [(document.code, _(document.label)) for document in jurisdiction().identity_documents]


def _pin(_form: object, field: Field) -> None:
    if field.data and not pin.is_valid(field.data):
        raise ValidationError(
            _("Enter the PIN as it is printed: a letter, nine figures and a letter, for example A012345678Z")
        )


#: A person declared here was born at most so many years ago.
OLDEST = 120


class PersonForm(Answer):
    """A person's answers, the public ones first."""

    key = HiddenField()
    full_name = name_field(_("Full name"), _("Enter the person’s full name"))
    nationality = country_field(_("Nationality"), _("Choose the person’s nationality"))
    more_nationalities = CountriesField(_("Other nationalities"), validators=[no_longer()])
    residence = country_field(_("Country of residence"), _("Choose the country where the person lives"))
    document = radio_field(
        _("Which document tells who the person is?"), [], _("Pick a document and enter its number")
    )
    document_country = country_field(
        _("Which country issued it?"), _("Choose the country that issued the passport")
    )
    document_number = text_field(
        _("Number of the document"), Needed(_("Enter the number of the document")), most=40
    )
    birth = DayField(_("Date of birth"), needed=_("Enter the person’s date of birth"))
    tax_number = text_field(_("KRA PIN"), _pin, most=40)
    phone = text_field(_("Telephone"), phone_number, most=40)
    email = text_field(_("E-mail address"), email_address, no_longer(254))
    home_address = lines_field(_("Home address"), Needed(_("Enter where the person lives")))
    postal_address = text_field(_("Postal address"))
    business_address = text_field(_("Business address"))
    occupation = text_field(_("Occupation"), most=100)
    exposed = radio_field(
        _("Does the person, or somebody close to them, hold a public office?"),
        [(YES, _("Yes, or did so before: I say next which office")), (NO, _("No"))],
        _("Pick whether the person or somebody close to them holds a public office"),
    )

    barred = BooleanField(_("The person is barred from public buying somewhere, or under sanctions"))

    @property
    def touched(self) -> bool:
        """Whether anything was told about the person."""
        told = (
            self.full_name,
            self.document_number,
            self.tax_number,
            self.phone,
            self.email,
            self.home_address,
        )
        return any(field.data for field in told) or not self.birth.empty

    def validate(self, extra_validators: object = None) -> bool:
        """The number must have the form that such documents have; whether it is known to anybody is not asked."""
        if self.document.data != "passport":
            self.document_country.data = jurisdiction().country_code
            self.document_country.raw_data = [jurisdiction().country_code]
        good = super().validate(extra_validators)
        if (
            self.birth.value
            and not self.birth.form.year.errors
            and self.birth.value.year < today().year - OLDEST
        ):
            self.birth.form.form_errors.append(_("Check the year: nobody is that old"))
            good = False
        kind = next(
            (each for each in jurisdiction().identity_documents if each.code == self.document.data), None
        )
        number = self.document_number.data
        if kind and number and not kind.fits(number):
            return wrong(
                self.document_number,
                _("Enter the number as it is on the document: %(hint)s", hint=_(kind.hint)),
            )
        return good


def _prepare(form: PersonForm, _draft: Draft, _key: str) -> None:
    form.document.choices = choices_of(_documents())


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    public = person(draft, key)
    private = draft.particulars.get(key, Particulars("", ""))
    return {
        "key": key if public else new_key(),
        "full_name": public.full_name if public else "",
        "nationality": public.nationality if public else "",
        "more_nationalities": ",".join(public.more_nationalities) if public else "",
        "residence": public.residence if public else "",
        **_document(private.document_scheme),
        "document_number": private.document_number,
        "birth": days.typed(private.birth_date),
        "tax_number": private.tax_number,
        "phone": private.phone,
        "email": private.email,
        "home_address": private.home_address,
        "postal_address": private.postal_address,
        "business_address": private.business_address,
        "occupation": private.occupation,
        "barred": bool(private.barred),
        "exposed": None if private.exposed is None else YES if private.exposed else NO,
    }


def _document(scheme: str) -> dict[str, str | None]:
    """The document's kind and country for the standard's code of it: KEN-PASSPORT is a passport of KE."""
    home = jurisdiction()
    known = next((each for each in home.identity_documents if each.scheme == scheme), None)
    if known:
        return {"document": known.code, "document_country": home.country_code}
    country, _dash, kind = scheme.partition("-")
    return {
        "document": "passport" if kind == PASSPORT else None,
        "document_country": two_letters(country) or home.country_code,
    }


def _scheme(form: PersonForm) -> str:
    if form.document.data == "passport" and form.document_country.data:
        return f"{three_letters(form.document_country.data)}-{PASSPORT}"
    documents = jurisdiction().identity_documents
    return next((each.scheme for each in documents if each.code == form.document.data), "")


def _answer(draft: Draft, key: str, form: PersonForm) -> Draft:
    if key == NEW and form.leaving and not form.touched:
        return draft
    if key == NEW:
        key = key_for(form.key.data, {each.key for each in draft.entities})
    public = replace(
        person(draft, key) or PersonAnswer(key, "", "", ""),
        full_name=form.full_name.data or "",
        nationality=form.nationality.data or "",
        residence=form.residence.data or "",
        more_nationalities=tuple(
            each for each in form.more_nationalities.codes if each != form.nationality.data
        ),
    )
    before = draft.particulars.get(key, Particulars("", ""))
    private = replace(
        before,
        document_scheme=_scheme(form),
        document_number=form.document_number.data or "",
        birth_date=form.birth.value,
        tax_number=(form.tax_number.data or "").upper(),
        phone=form.phone.data or "",
        email=form.email.data or "",
        home_address=form.home_address.data or "",
        postal_address=form.postal_address.data or "",
        business_address=form.business_address.data or "",
        occupation=form.occupation.data or "",
        **_barred(before, form),
        exposed=None if not form.exposed.data else form.exposed.data == YES,
        exposures=before.exposures if form.exposed.data == YES else (),
    )
    return with_person(draft, public, private)


def _barred(before: Particulars, form: PersonForm) -> dict[str, Any]:
    if form.barred.data:
        return {"barred": True}
    return {"barred": False, "barred_details": "", "barred_until": None}


def onward(draft: Draft, key: str, form: PersonForm) -> Place:
    """On to what was said to be so and not told yet; else back to the list."""
    return untold(draft, key if person(draft, key) else form.key.data or "")


def untold(draft: Draft, key: str) -> Place:
    """The public office, or by whom the person is barred, where that is so and was not told yet; else the list."""
    private = draft.particulars.get(key, Particulars("", ""))
    if private.exposed and not private.exposures:
        return Place(SLUG, f"{key}{DOT}{OFFICE}")
    if private.barred and not private.barred_details:
        return Place(SLUG, f"{key}{DOT}{BARRED}")
    return Place(SLUG)


QUESTION = Question(
    template="person",
    title=lambda draft, key: name_of(draft, key) or _("Name a person"),
    form=PersonForm,
    filled=_filled,
    answer=_answer,
    onward=onward,
    prepare=_prepare,
)
