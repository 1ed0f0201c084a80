"""All answers on one page, as they are checked and signed: each says whether it is published."""

from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext

from register.declarations.draft import Draft
from register.web.declare.inputs.countries import country_name
from register.web.declare.owners import OwnerLine, owner_lines
from register.web.declare.showing import Shown, drawings, holders, sums
from register.web.declare.steps.nobody import reason_words
from register.web.declare.wording import declarant_words, document_words, kind_words, number_words
from register.web.words import day


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer in words; nothing was given where `value` is empty."""

    term: str
    value: str
    published: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """The answers about one thing, and where they are changed: nowhere for who only reads."""

    title: str
    facts: tuple[Fact, ...]
    change: str


@dataclass(frozen=True, slots=True)
class Answers:
    """All of them, in the order of the page."""

    about: tuple[Section, ...]
    people: tuple[Section, ...]
    bodies: tuple[Section, ...]
    show: Shown
    owners: tuple[OwnerLine, ...]
    no_owner: Section | None
    change_holdings: str


def answers_of(company_id: int, draft: Draft, *, private: bool = True) -> Answers:
    """The answers in words: shown on the check page, and signed as shown; without the `private` ones to who only reads."""
    answers = _all(company_id, draft)
    return answers if private else _shut(answers)


def _shut(answers: Answers) -> Answers:
    """The same answers, each private one replaced by the words that it is not shown, and no way to change any."""
    sums = tuple(
        replace(each, links=tuple((name, share, None) for name, share, _address in each.links))
        for each in answers.show.sums
    )
    return replace(
        answers,
        about=tuple(map(_without_private, answers.about)),
        people=tuple(map(_without_private, answers.people)),
        bodies=tuple(map(_without_private, answers.bodies)),
        no_owner=_without_private(answers.no_owner) if answers.no_owner else None,
        show=replace(answers.show, sums=sums),
        change_holdings="",
    )


def _without_private(section: Section) -> Section:
    words = gettext("Only those who write the declaration see this")
    facts = (
        each if each.published or not each.value else replace(each, value=words) for each in section.facts
    )
    return replace(section, facts=tuple(facts), change="")


def _all(company_id: int, draft: Draft) -> Answers:
    return Answers(
        about=_about(company_id, draft),
        people=tuple(_person(company_id, draft, each.key) for each in draft.people),
        bodies=tuple(_body(company_id, draft, each.key) for each in draft.entities),
        show=Shown(holders=holders(draft), sums=sums(company_id, draft), drawings=drawings(draft)),
        owners=owner_lines(draft),
        no_owner=_nobody(company_id, draft),
        change_holdings=_change(company_id, "holdings"),
    )


def _change(company_id: int, slug: str, key: str | None = None) -> str:
    return url_for("declare.answer", company_id=company_id, slug=slug, key=key, back="check")


def _about(company_id: int, draft: Draft) -> tuple[Section, ...]:
    company = draft.company
    facts = (
        Fact(gettext("Registered name"), company.name),
        Fact(gettext("Number"), number_words(company)),
        Fact(gettext("Registered in"), country_name(company.country)),
        Fact(gettext("Kind"), kind_words(company)),
    )
    signer = (Fact(gettext("Who declares"), declarant_words(draft.declarant), published=False),)
    return (
        Section(gettext("The company"), facts, _change(company_id, "company")),
        Section(gettext("You"), signer, _change(company_id, "declarant")),
    )


def _person(company_id: int, draft: Draft, key: str) -> Section:
    person = next(each for each in draft.people if each.key == key)
    private = draft.particulars.get(key)
    told = (
        (gettext("Identity document"), document_words(draft, key)),
        (gettext("Date of birth"), day(private.birth_date) if private and private.birth_date else ""),
        (gettext("KRA PIN"), private.tax_number if private else ""),
        (gettext("Telephone"), private.phone if private else ""),
        (gettext("E-mail address"), private.email if private else ""),
        (gettext("Home address"), private.home_address if private else ""),
    )
    facts = (
        Fact(gettext("Full name"), person.full_name),
        Fact(gettext("Nationality"), country_name(person.nationality)),
        Fact(gettext("Country of residence"), country_name(person.residence)),
        *(Fact(term, value, published=False) for term, value in told),
    )
    name = person.full_name or gettext("A person without a name yet")
    return Section(name, facts, _change(company_id, "people", key))


def _body(company_id: int, draft: Draft, key: str) -> Section:
    body = next(each for each in draft.entities if each.key == key)
    facts = [
        Fact(gettext("Kind"), kind_words(body)),
        Fact(gettext("Registered in"), country_name(body.country)),
        Fact(gettext("Number"), number_words(body)),
    ]
    if body.no_holder:
        reason = str(reason_words(body.no_holder.reason))
        facts.append(
            Fact(gettext("Why nobody above it is named"), _joined(reason, body.no_holder.description))
        )
    return Section(body.name, tuple(facts), _change(company_id, "companies", key))


def _nobody(company_id: int, draft: Draft) -> Section | None:
    if draft.no_owner is None:
        return None
    reason = _joined(str(reason_words(draft.no_owner.reason)), draft.no_owner.description)
    return Section(
        gettext("Nobody can be named"), (Fact(gettext("Why"), reason),), _change(company_id, "nobody")
    )


def _joined(reason: str, description: str) -> str:
    return f"{reason}. {description}" if description else reason
