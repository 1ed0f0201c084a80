"""All answers on one page, as they are checked and signed: each says whether it is published."""

from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext

from register.declarations.draft import Draft
from register.web.declare.answers_facts import (
    Fact,
    fact,
    not_named,
    of_body,
    of_claims,
    of_claims_of_holders,
    of_company,
    of_person,
    of_posts,
    of_subcontractors,
    of_ventures,
)
from register.web.declare.owners import OwnerLine, owner_lines
from register.web.declare.showing import Shown, drawings, holders, sums
from register.web.declare.steps.parties import body_name
from register.web.declare.wording import declarant_words


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
    more: tuple[Section, ...] = ()


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
        more=tuple(map(_without_private, answers.more)),
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
        more=_more(company_id, draft),
    )


def _change(company_id: int, slug: str, key: str | None = None) -> str:
    return url_for("declare.answer", company_id=company_id, slug=slug, key=key, back="check")


def _about(company_id: int, draft: Draft) -> tuple[Section, ...]:
    signer = (fact(gettext("Who declares"), declarant_words(draft.declarant), "declarant.name"),)
    return (
        Section(gettext("The company"), tuple(of_company(draft.company)), _change(company_id, "company")),
        Section(gettext("You"), signer, _change(company_id, "declarant")),
    )


def _person(company_id: int, draft: Draft, key: str) -> Section:
    person = next(each for each in draft.people if each.key == key)
    name = person.full_name or gettext("A person without a name yet")
    return Section(name, tuple(of_person(draft, person)), _change(company_id, "people", key))


def _body(company_id: int, draft: Draft, key: str) -> Section:
    body = next(each for each in draft.entities if each.key == key)
    return Section(body_name(body), tuple(of_body(body)), _change(company_id, "companies", key))


def _nobody(company_id: int, draft: Draft) -> Section | None:
    if draft.no_owner is None:
        return None
    facts = tuple(not_named(draft.no_owner))
    return Section(gettext("Nobody can be named"), facts, _change(company_id, "nobody"))


def _more(company_id: int, draft: Draft) -> tuple[Section, ...]:
    """Who leads the company, and what it says of itself for public buying, as far as anything was said."""
    told = (
        (
            gettext("What they say they hold in all, through others"),
            tuple(of_claims_of_holders(draft)),
            "holdings",
        ),
        (gettext("Who leads it"), tuple(of_posts(draft)), "leaders"),
        (gettext("Reserved tenders and citizen contractors"), tuple(of_claims(draft)), "claims"),
        (gettext("Joint ventures"), tuple(of_ventures(draft)), "ventures"),
        (gettext("Subcontractors and their owners"), tuple(of_subcontractors(draft)), "subcontractors"),
    )
    return tuple(Section(title, facts, _change(company_id, slug)) for title, facts, slug in told if facts)
