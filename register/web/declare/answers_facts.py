"""The answers one by one in words, each with who may see it by the place's own rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext

from bods.shares import Share
from register.declarations.draft import (
    SUBJECT,
    Draft,
    EntityAnswer,
    Exposure,
    Group,
    NoOwner,
    Particulars,
    PersonAnswer,
    PersonKind,
)
from register.declarations.standing import OF_POSTS
from register.jurisdictions.audiences import Audience
from register.web.declare.inputs.countries import country_name
from register.web.declare.kept import jurisdiction
from register.web.declare.share_words import share_words
from register.web.declare.steps.claims import CONTRACTORS, GROUPS
from register.web.declare.steps.kinds import STATE_BODIES
from register.web.declare.steps.leader import ROLES
from register.web.declare.steps.nobody import REASONS as OF_NOBODY
from register.web.declare.steps.office import TIES
from register.web.declare.steps.parties import name_of
from register.web.declare.steps.unnamed import REASONS as OF_UNNAMED
from register.web.declare.wording import claim_words, document_words, kind_words, number_words, term_words
from register.web.words import day


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer in words; nothing was given where `value` is empty."""

    term: str
    value: str
    published: bool = True


def fact(term: str, value: object, field: str) -> Fact:
    """An answer; `field` is its name in the place's rule of who may see what."""
    return Fact(term, str(value or ""), jurisdiction().audiences.of(field) is Audience.PUBLIC)


def _told(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Only those that were answered: what need not be asked is not shown as missing."""
    return (each for each in facts if each.value)


def of_company(company: EntityAnswer) -> Iterator[Fact]:
    """The declaring company."""
    yield fact(gettext("Registered name"), company.name, "body.name")
    yield fact(gettext("Number"), number_words(company), "body.number")
    yield fact(gettext("Registered in"), country_name(company.country), "body.country")
    yield fact(gettext("Kind"), kind_words(company), "body.kind")
    yield from _of_its_kind(company)


def of_body(body: EntityAnswer) -> Iterator[Fact]:
    """One body of the chain."""
    yield fact(gettext("Kind"), kind_words(body), "body.kind")
    yield fact(gettext("Registered in"), country_name(body.country), "body.country")
    yield fact(gettext("Number"), number_words(body), "body.number")
    yield from _of_its_kind(body)
    if body.no_holder:
        yield from not_named(body.no_holder, gettext("Why nobody above it is named"))


def _of_its_kind(body: EntityAnswer) -> Iterator[Fact]:
    listing = body.listing
    yield from _told(
        (
            fact(gettext("Registered or founded on"), _day(body.founded), "body.founded"),
            fact(gettext("Ceased to exist on"), _day(body.dissolved), "body.dissolved"),
            fact(gettext("Former and trading names"), ", ".join(body.other_names), "body.other_names"),
            fact(gettext("What the law there calls it"), body.local_kind, "body.local_kind"),
            fact(
                gettext("What part of the state it is"),
                gettext(STATE_BODIES[body.state_body]) if body.state_body else "",
                "body.state_body",
            ),
            fact(gettext("Which law made it"), body.statute, "body.statute"),
            fact(gettext("Stock exchange"), listing.exchange if listing else "", "listing.exchange"),
            fact(
                gettext("Country of the stock exchange"),
                country_name(listing.country) if listing else "",
                "listing.country",
            ),
            fact(gettext("Its short name there"), listing.ticker if listing else "", "listing.ticker"),
            fact(gettext("ISIN of its shares"), listing.isin if listing else "", "listing.isin"),
            fact(
                gettext("Code of the market (MIC)"),
                listing.operating_market if listing else "",
                "listing.operating_market",
            ),
            fact(
                gettext("Where its filings are"),
                listing.filings_url if listing else "",
                "listing.filings_url",
            ),
            fact(
                gettext("Why it is not known where it is listed"),
                listing.unknown if listing else "",
                "listing.unknown",
            ),
        )
    )
    yield from _reached_at(body)


def _reached_at(body: EntityAnswer) -> Iterator[Fact]:
    of = "body."
    told = (
        fact(gettext("Tax PIN"), body.tax_number, f"{of}tax_number"),
        fact(gettext("Registered address"), body.registered_address, f"{of}registered_address"),
        fact(gettext("Business address"), body.business_address, f"{of}business_address"),
        fact(gettext("Postal address"), body.postal_address, f"{of}postal_address"),
        fact(gettext("Telephone"), body.phone, f"{of}phone"),
        fact(gettext("E-mail address"), body.email, f"{of}email"),
    )
    yield from _told(told)


def not_named(why: NoOwner, title: str | None = None) -> Iterator[Fact]:
    """Why somebody is not named, and what was done to find out."""
    words = {**OF_NOBODY, **OF_UNNAMED}
    reason = gettext(words[why.reason]) if why.reason in words else gettext(why.reason.label)
    told = f"{reason}. {why.description}" if why.description else reason
    yield fact(title or gettext("Why"), told, "not_named.reason")
    if why.steps_taken:
        yield fact(gettext("What was done to find out"), why.steps_taken, "not_named.steps_taken")


def of_person(draft: Draft, person: PersonAnswer) -> Iterator[Fact]:
    """One person with their particulars; of somebody who is not named, why."""
    if person.kind is PersonKind.UNNAMED:
        yield from not_named(person.why) if person.why else ()
        return
    if person.kind is PersonKind.CLASS:
        yield fact(gettext("Described as"), person.full_name, "not_named.description")
        return
    asked = person.protection
    for each in _named(person):
        yield Fact(each.term, each.value, each.published and not asked)
    if asked:
        yield fact(gettext("Protection"), gettext("Asked for"), "person.protection")
    yield from _particulars(draft, person.key)


def _named(person: PersonAnswer) -> Iterator[Fact]:
    yield fact(gettext("Full name"), person.full_name, "person.full_name")
    yield fact(gettext("Nationality"), country_name(person.nationality), "person.nationality")
    more = ", ".join(map(country_name, person.more_nationalities))
    yield from _told((fact(gettext("Other nationalities"), more, "person.more_nationalities"),))
    yield fact(gettext("Country of residence"), country_name(person.residence), "person.residence")


def _particulars(draft: Draft, key: str) -> Iterator[Fact]:
    private = draft.particulars.get(key, Particulars("", ""))
    of = "particulars."
    yield fact(gettext("Identity document"), document_words(draft, key), f"{of}document_number")
    yield fact(gettext("Date of birth"), _day(private.birth_date), f"{of}birth_date")
    yield fact(gettext("KRA PIN"), private.tax_number, f"{of}tax_number")
    yield fact(gettext("Telephone"), private.phone, f"{of}phone")
    yield fact(gettext("E-mail address"), private.email, f"{of}email")
    yield fact(gettext("Home address"), private.home_address, f"{of}home_address")
    yield from _told(
        (
            fact(gettext("Postal address"), private.postal_address, f"{of}postal_address"),
            fact(gettext("Business address"), private.business_address, f"{of}business_address"),
            fact(gettext("Occupation"), private.occupation, f"{of}occupation"),
            fact(gettext("Groups"), _groups(private), f"{of}groups"),
            fact(gettext("Disability number"), private.disability_number, f"{of}disability_number"),
            fact(gettext("Barred, or under sanctions"), _barred(private), f"{of}barred"),
            fact(gettext("Why protection is asked for"), private.protection_reason, f"{of}protection_reason"),
        )
    )
    if private.exposed is not None:
        offices = "; ".join(_office(each) for each in private.exposures)
        said = offices or (gettext("Yes") if private.exposed else gettext("No"))
        yield fact(gettext("Public office, own or of somebody close"), said, f"{of}exposed")


def _groups(private: Particulars) -> str:
    return ", ".join(gettext(GROUPS[each]) for each in Group if each in (private.groups or ()))


def _barred(private: Particulars) -> str:
    told = _joined(gettext("Yes") if private.barred else "", private.barred_details)
    return ", ".join(each for each in (told, term_words(None, private.barred_until)) if each)


def _office(held: Exposure) -> str:
    told = (
        gettext(TIES[held.tie]),
        held.official,
        held.office,
        held.body,
        country_name(held.country),
        term_words(held.since, held.until),
    )
    return ", ".join(each for each in told if each)


def of_claims_of_holders(draft: Draft) -> Iterator[Fact]:
    """What holders say they hold in all, through others."""
    for each in draft.indirect:
        yield fact(name_of(draft, each.holder), claim_words(each), "indirect.shares")


def of_posts(draft: Draft) -> Iterator[Fact]:
    """Who leads the company; posts that the standard has no word for stay with the officers."""
    for post in draft.posts:
        if post.held == SUBJECT:
            told = (name_of(draft, post.holder), post.title, term_words(post.since, post.until))
            words = ", ".join(each for each in told if each)
            shown = fact(gettext(ROLES[post.role]), words, "post.role")
            yield Fact(shown.term, shown.value, shown.published and post.role in OF_POSTS)
    if draft.nobody_runs:
        title = gettext("Why nobody is named who runs it")
        yield fact(title, draft.nobody_runs, "declaration.nobody_runs")


def of_claims(draft: Draft) -> Iterator[Fact]:
    """What the company claims for public buying."""
    claims = draft.claims
    groups = ", ".join(gettext(GROUPS[each]) for each in Group if each in (claims.groups or ()))
    contractor = gettext(CONTRACTORS[claims.contractor]) if claims.contractor else ""
    barred = "" if claims.barred is None else gettext("Yes") if claims.barred else gettext("No")
    yield from _told(
        (
            fact(gettext("Reservation claimed for"), groups, "claims.groups"),
            fact(gettext("Certificate"), claims.certificate, "claims.certificate"),
            fact(gettext("Kind of contractor"), contractor, "claims.contractor"),
            fact(
                gettext("Barred from public buying"), _joined(barred, claims.barred_details), "claims.barred"
            ),
        )
    )


def of_ventures(draft: Draft) -> Iterator[Fact]:
    """Each joint venture with its partners."""
    for each in draft.ventures:
        own = _part(gettext("own part"), each.share)
        partners = [_part(partner.name, partner.share) for partner in each.partners]
        told = "; ".join(word for word in (each.tender, own, *partners) if word)
        yield fact(each.name, told, "venture.name")


def of_subcontractors(draft: Draft) -> Iterator[Fact]:
    """Each subcontractor with its owners."""
    for each in draft.subcontractors:
        owners = [_part(owner.full_name, owner.share) for owner in each.owners]
        told = "; ".join(word for word in (each.tender, each.work, *owners) if word)
        yield fact(each.name, told, "subcontractor.name")


def _part(name: str, share: Share | None) -> str:
    return f"{name} {share_words(share)}" if share else name if name != gettext("own part") else ""


def _joined(first: str, rest: str) -> str:
    return f"{first}: {rest}" if rest else first


def _day(value: date | None) -> str:
    return day(value) if value else ""
