"""Read a place's file and refuse it, by the name of the key, when something lacks or cannot be."""

import tomllib
from dataclasses import fields
from functools import cache
from importlib.resources import files

from register.jurisdictions.audiences import Audience, Audiences
from register.jurisdictions.deadlines import WEEKDAYS, Calendar
from register.jurisdictions.flag_rules import FlagRules, MethodLimit, SecrecyList
from register.jurisdictions.jurisdiction import (
    IdentifierScheme,
    IdentityDocument,
    Jurisdiction,
    JurisdictionFaultError,
    JurisdictionUnknownError,
    SubCounty,
)
from register.jurisdictions.list_days import ListDays
from register.jurisdictions.page import Page
from register.jurisdictions.retention import Retention


def known() -> tuple[str, ...]:
    """Give the codes of all places there is a file for."""
    found = files("register.jurisdictions").iterdir()
    return tuple(sorted(each.name.removesuffix(".toml") for each in found if each.name.endswith(".toml")))


@cache
def load(code: str) -> Jurisdiction:
    """Give the place called `code`, for example `kenya_makueni`.

    Raises JurisdictionUnknownError when there is no such file, JurisdictionFaultError, naming the key, when it is unsound.
    """
    if code not in known():
        raise JurisdictionUnknownError(code, known())
    text = files("register.jurisdictions").joinpath(f"{code}.toml").read_text(encoding="utf-8")
    return parsed(code, text)


def parsed(code: str, text: str) -> Jurisdiction:
    """Make a jurisdiction of the TOML `text`. Raises JurisdictionFaultError."""
    try:
        page = Page(code, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise JurisdictionFaultError(code, "the file", str(error)) from error
    return Jurisdiction(
        code=code,
        name=page.text("place.name"),
        county_title=page.text("place.title"),
        country=page.text("place.country"),
        country_code=page.matching("place.country_code", "[A-Z]{2}"),
        timezone=page.timezone("place.timezone"),
        currency=page.matching("place.currency", "[A-Z]{3}"),
        currency_symbol=page.text("place.currency_symbol"),
        ruleset=page.text("ruleset"),
        owner_threshold=page.percent("ownership.threshold"),
        control_majority=page.percent("ownership.control_majority"),
        youth_ages=(page.days("groups.youth_from"), page.days("groups.youth_to")),
        declaration_deadline_days=page.days("deadlines.declaration_days"),
        change_deadline_days=page.days("deadlines.change_days"),
        reply_deadline_days=page.days("deadlines.reply_days"),
        clarification_days=page.days("deadlines.clarification_days"),
        review_days=page.days("deadlines.review_days"),
        confirmation_months=page.days("deadlines.confirmation_months"),
        reminder_days=page.numbers("deadlines.remind_days_before"),
        report_day=page.day_of_month("deadlines.report_day"),
        calendar=_calendar(page),
        retention=_retention(page),
        list_days=ListDays(**{each.name: page.days(f"lists.{each.name}") for each in fields(ListDays)}),
        audiences=_audiences(page),
        flag_rules=_flag_rules(page),
        committee_needed=page.truth("award.committee_needed"),
        publication_rule=page.publication_rule("publication.rule"),
        accepts_at_once=page.truth("publication.accepts_at_once"),
        names_committees=page.truth("publication.names_committees"),
        publisher_name=page.text("publisher.name"),
        publisher_url=page.matching("publisher.url", "https?://.+"),
        licence=page.matching("publication.licence", "https?://.+"),
        licence_title=page.text("publication.licence_title"),
        licence_code=page.text_or_none("publication.licence_code"),
        who_declares=page.text("publication.who_declares").strip(),
        contact_email=page.matching("publisher.contact_email", "[^@ ]+@[^@ ]+"),
        sms_number=page.text_or_none("publisher.sms_number"),
        person_identifier_scheme_name=page.text("persons.identifier_scheme_name"),
        majority_age=page.days("persons.majority_age"),
        identifier_schemes=tuple(
            IdentifierScheme(
                each.text("code"), each.text("label"), each.text("hint"), each.pattern("pattern")
            )
            for each in page.pages("identifier_schemes")
        ),
        identity_documents=tuple(
            IdentityDocument(
                each.text("code"),
                each.text("label"),
                each.text("hint"),
                each.text("scheme"),
                each.pattern("pattern"),
            )
            for each in page.pages("identity_documents")
        ),
        sub_counties=tuple(
            SubCounty(each.text("name"), each.texts("wards")) for each in page.pages("sub_counties")
        ),
    )


def _calendar(page: Page) -> Calendar:
    return Calendar(
        closed_weekdays=frozenset(
            WEEKDAYS.index(each) for each in page.choices("calendar.closed_weekdays", WEEKDAYS)
        ),
        yearly=frozenset((day.month, day.day) for day in page.days_of_a_year("calendar.yearly")),
        around_easter=frozenset(page.numbers("calendar.around_easter")),
        single=page.dates("calendar.single"),
        sunday_moves=page.truth("calendar.sunday_moves"),
    )


def _retention(page: Page) -> Retention:
    return Retention(**{each.name: page.days(f"retention.{each.name}") for each in fields(Retention)})


def _audiences(page: Page) -> Audiences:
    found = Audiences(
        **{audience.value: frozenset(page.texts(f"fields.{audience}")) for audience in Audience}
    )
    if found.said_twice:
        page.refuse("fields", f"said twice: {', '.join(sorted(found.said_twice))}")
    return found


def _flag_rules(page: Page) -> FlagRules:
    return FlagRules(
        new_company_days=page.days("flags.new_company_days"),
        change_days_before=page.days("flags.change_days_before"),
        change_days_after=page.days("flags.change_days_after"),
        near_threshold=page.percent("flags.near_threshold"),
        explained=page.percent("flags.explained"),
        suppliers_of_one=page.days("flags.suppliers_of_one"),
        declared_by_one=page.days("flags.declared_by_one"),
        chain_length=page.days("flags.chain_length"),
        oldest=page.days("flags.oldest"),
        successor_months=page.days("flags.successor_months"),
        group_share=page.percent("flags.group_share"),
        local_share=page.percent("flags.local_share"),
        split_days=page.days("flags.split_days"),
        bids_often=page.days("flags.bids_often"),
        wins_seldom=page.percent("flags.wins_seldom"),
        rotation_tenders=page.days("flags.rotation_tenders"),
        often_share=page.percent("flags.often_share"),
        unrelated_lines=page.days("flags.unrelated_lines"),
        limits=tuple(
            MethodLimit(each.text("method"), each.amount("limit")) for each in page.pages("flags.limits")
        ),
        secrecy=tuple(
            SecrecyList(each.day("since"), each.text("source"), frozenset(each.texts("countries")))
            for each in page.pages("flags.secrecy")
        ),
    )
