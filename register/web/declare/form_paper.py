"""A declaration on paper, in the layout of the procurement authority's beneficial ownership disclosure form."""

from collections.abc import Iterator
from datetime import date

from flask_babel import get_locale, gettext

from register.declarations.draft import Draft
from register.declarations.life import Kind
from register.declarations.persons import PersonAnswer, PersonKind
from register.paper import Code, Facts, Heading, Note, Paper, Part, Table
from register.store.companies import Company
from register.store.declarations import StoredDeclaration
from register.store.filings import NOT_KEPT, Filing
from register.web.declare.inputs.countries import country_name
from register.web.declare.kept import jurisdiction
from register.web.declare.ppra_lines import lines
from register.web.declare.steps.nobody import reason_words
from register.web.declare.verifying import address_of
from register.web.declare.wording import declarant_words, document_words, kind_words, number_words
from register.web.words import day, moment


def form_paper(
    made: StoredDeclaration, company: Company, answers: Draft, *, private: bool, filing: Filing = NOT_KEPT
) -> Paper:
    """The paper of a signed declaration. With `private`, `answers` bring the particulars, and they are printed."""
    place = jurisdiction()
    return Paper(
        title=_title(made, private=private),
        over=f"{place.county_title} · Umiliki",
        parts=(
            *_head(made, company),
            *_owners(answers, made.statement_date, private=private),
            *_bodies(answers),
            *_foot(made, filing, private=private),
        ),
        foot=gettext(
            "%(reference)s, signed %(day)s", reference=made.reference, day=moment(made.signature.at)
        ),
        language=str(get_locale()),
    )


def _head(made: StoredDeclaration, company: Company) -> Iterator[Part]:
    yield Code(
        address_of(made),
        gettext("Scan the code to see whether the county has this declaration, and where it stands today."),
    )
    yield Facts(
        (
            (gettext("Reference"), made.reference),
            (gettext("Tenderer"), made.answers.company.name),
            (gettext("Number"), company.number),
            (gettext("Kind"), kind_words(made.answers.company)),
            (gettext("Registered or founded on"), _founded(made.answers)),
            (gettext("Received"), moment(made.signature.at)),
            *_for(made),
        )
    )


def _title(made: StoredDeclaration, *, private: bool) -> str:
    if made.about.kind is Kind.DISSOLUTION:
        return gettext("Receipt: the company was dissolved")
    if private:
        return gettext("Beneficial ownership disclosure form")
    return gettext("Receipt for a declaration of owners")


def _for(made: StoredDeclaration) -> Iterator[tuple[str, str]]:
    """What it is good for; of a company that is no more, when it ended."""
    if made.about.kind is Kind.DISSOLUTION:
        yield gettext("Dissolved"), day(made.about.happened_on)
        return
    yield gettext("For"), gettext("Every tender of the county, until an owner changes")
    yield gettext("Tender number and title, if this paper goes with a bid"), ""


def _founded(answers: Draft) -> str:
    return day(answers.company.founded) if answers.company.founded else ""


def _owners(answers: Draft, today: date, *, private: bool) -> Iterator[Part]:
    held = lines(answers, today)
    named = [each for each in answers.people if each.key in held]
    for number, person in enumerate(named, 1):
        yield Heading(f"{number}. {_name(person)}")
        yield Facts(tuple(_about(answers, person, private=private)))
        yield Table(
            gettext("What this person holds of the company, all chains together"),
            (gettext("What"), gettext("Directly"), gettext("Indirectly")),
            tuple((line.what, line.directly, line.indirectly) for line in held[person.key]),
        )
    if answers.no_owner:
        yield Heading(gettext("Nobody can be named"))
        yield Note(f"{reason_words(answers.no_owner.reason)}. {answers.no_owner.description}".strip())


def _name(person: PersonAnswer) -> str:
    return gettext("Withheld: protection was asked for") if person.protection else person.full_name


def _about(answers: Draft, person: PersonAnswer, *, private: bool) -> Iterator[tuple[str, str]]:
    hidden = gettext("Kept by the register, not printed")
    if person.protection or person.kind is not PersonKind.NAMED:
        yield gettext("Full name"), _name(person)
        return
    yield gettext("Full name"), person.full_name
    yield (
        gettext("Nationality"),
        ", ".join(map(country_name, (person.nationality, *person.more_nationalities))),
    )
    yield gettext("Country of residence"), country_name(person.residence) if person.residence else ""
    for term, value in _particulars(answers, person.key):
        yield term, value if private else hidden


def _particulars(answers: Draft, key: str) -> Iterator[tuple[str, str]]:
    told = answers.particulars.get(key)
    born: date | None = told.birth_date if told else None
    yield gettext("Identity document"), document_words(answers, key)
    yield gettext("KRA PIN"), told.tax_number if told else ""
    yield gettext("Date of birth"), day(born) if born else ""
    yield gettext("Postal address"), told.postal_address if told else ""
    yield gettext("Business address"), told.business_address if told else ""
    yield gettext("Home address"), told.home_address if told else ""
    yield gettext("Telephone"), told.phone if told else ""
    yield gettext("E-mail address"), told.email if told else ""
    yield gettext("Occupation"), told.occupation if told else ""


def _bodies(answers: Draft) -> Iterator[Part]:
    if answers.entities:
        yield Heading(gettext("Companies and other bodies in between"))
        yield Table(
            gettext("Each as it was named in the declaration"),
            (gettext("Name"), gettext("Kind"), gettext("Number"), gettext("Registered in")),
            tuple(
                (
                    each.name,
                    kind_words(each),
                    number_words(each),
                    country_name(each.country) if each.country else "",
                )
                for each in answers.entities
            ),
        )


def _filed(filing: Filing) -> Iterator[tuple[str, str]]:
    """How it came in, where not by the company's own people."""
    if filing.agent_firm:
        yield gettext("Agent for the company"), f"{filing.agent_name}, {filing.agent_firm}"
    if filing.paper:
        words = gettext(
            "%(title)s, signed on %(day)s", title=filing.paper.title, day=day(filing.paper.signed_on)
        )
        yield gettext("Entered from paper"), words


def _foot(made: StoredDeclaration, filing: Filing, *, private: bool) -> Iterator[Part]:
    yield Heading(gettext("Signature"))
    yield Facts(
        (
            (gettext("Signed by"), declarant_words(made.answers.declarant)),
            *_filed(filing),
            (gettext("Signed"), moment(made.signature.at)),
            (gettext("Fingerprint of what was signed"), made.signature.shown_hash),
        )
    )
    yield Note(made.signature.notice, small=True)
    if private:
        yield Note(
            gettext(
                "This paper holds identity numbers and addresses. Give it to nobody but the buyer, and keep it safe."
            ),
        )
    yield Note(
        gettext(
            "This paper says that the county received the declaration, not that it has been checked. A letter that the "
            "paper cannot print is marked ◊; the register keeps it."
        ),
        small=True,
    )
