"""Read a place's file and refuse it, by the name of the key, when something lacks or cannot be."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from register.jurisdictions.audiences import Audience, Audiences
from register.jurisdictions.deadlines import WEEKDAYS, Calendar
from register.jurisdictions.flag_rules import FlagRules, MethodLimit, SecrecyList
from register.jurisdictions.jurisdiction import (
    IdentifierScheme,
    IdentityDocument,
    Jurisdiction,
    JurisdictionFaultError,
    JurisdictionUnknownError,
    PublicationRule,
    SubCounty,
)
from register.jurisdictions.list_days import ListDays
from register.jurisdictions.retention import Retention

Table = Mapping[str, object]


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


def _calendar(page: "Page") -> Calendar:
    return Calendar(
        closed_weekdays=frozenset(
            WEEKDAYS.index(each) for each in page.choices("calendar.closed_weekdays", WEEKDAYS)
        ),
        yearly=frozenset((day.month, day.day) for day in page.days_of_a_year("calendar.yearly")),
        around_easter=frozenset(page.numbers("calendar.around_easter")),
        single=page.dates("calendar.single"),
        sunday_moves=page.truth("calendar.sunday_moves"),
    )


def _retention(page: "Page") -> Retention:
    return Retention(**{each.name: page.days(f"retention.{each.name}") for each in fields(Retention)})


def _audiences(page: "Page") -> Audiences:
    found = Audiences(
        **{audience.value: frozenset(page.texts(f"fields.{audience}")) for audience in Audience}
    )
    if found.said_twice:
        page.refuse("fields", f"said twice: {', '.join(sorted(found.said_twice))}")
    return found


def _flag_rules(page: "Page") -> FlagRules:
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


class Page:
    """A table of the file that is asked key by key, and names the key that disappoints."""

    def __init__(self, place: str, table: Table, above: str = "") -> None:
        self._place, self._table, self._above = place, table, above

    def _fault(self, key: str, fault: str) -> JurisdictionFaultError:
        return JurisdictionFaultError(self._place, self._above + key, fault)

    def refuse(self, key: str, fault: str) -> NoReturn:
        raise self._fault(key, fault)

    def _value(self, key: str) -> object:
        value: object = self._table
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def text_or_none(self, key: str) -> str | None:
        return None if self._value(key) is None else self.text(key)

    def text(self, key: str) -> str:
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self._fault(key, "a text is needed")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
            raise self._fault(key, "a list of texts is needed")
        return tuple(value)

    def matching(self, key: str, pattern: str) -> str:
        value = self.text(key)
        if not re.fullmatch(pattern, value):
            raise self._fault(key, f"{value!r} does not have the form {pattern}")
        return value

    def pattern(self, key: str) -> str:
        value = self.text(key)
        try:
            re.compile(value)
        except re.error as error:
            raise self._fault(key, f"not a regular expression: {error}") from error
        return value

    def percent(self, key: str) -> Decimal:
        value = self.text(key)
        try:
            share = Decimal(value)
        except InvalidOperation as error:
            raise self._fault(key, f"{value!r} is not a number") from error
        if not 0 < share <= 100:
            raise self._fault(key, f"{value} is not between 0 and 100")
        return share

    def amount(self, key: str) -> Decimal:
        """Give an amount of money, written as a text."""
        value = self.text(key)
        if not re.fullmatch(r"\d{1,15}(\.\d{1,2})?", value):
            raise self._fault(key, f"{value!r} is not an amount")
        return Decimal(value)

    def day(self, key: str) -> date:
        value = self._value(key)
        if type(value) is not date:
            raise self._fault(key, "a date is needed")
        return value

    def days(self, key: str) -> int:
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._fault(key, "a whole number of days is needed")
        return value

    def day_of_month(self, key: str) -> int:
        """Give a day that every month has."""
        value = self.days(key)
        if not 1 <= value <= 28:
            raise self._fault(key, "a day from 1 to 28 is needed")
        return value

    def numbers(self, key: str) -> tuple[int, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not all(type(each) is int for each in value):
            raise self._fault(key, "a list of whole numbers is needed")
        return tuple(value)

    def choices(self, key: str, among: tuple[str, ...]) -> tuple[str, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not all(each in among for each in value):
            raise self._fault(key, f"a list is needed, of {', '.join(among)}")
        return tuple(value)

    def days_of_a_year(self, key: str) -> tuple[date, ...]:
        """Give days written MM-DD, in a leap year."""
        value = self._value(key)
        try:
            # A leap year, so that 02-29 is a day.
            return tuple(date.fromisoformat(f"2024-{each}") for each in value)  # type: ignore[attr-defined]
        except (TypeError, ValueError) as error:
            raise self._fault(key, "a list of days MM-DD is needed") from error

    def dates(self, key: str) -> frozenset[date]:
        value = self._value(key)
        if not isinstance(value, list) or not all(type(each) is date for each in value):
            raise self._fault(key, "a list of dates is needed")
        return frozenset(value)

    def truth(self, key: str) -> bool:
        value = self._value(key)
        if not isinstance(value, bool):
            raise self._fault(key, "true or false is needed")
        return value

    def timezone(self, key: str) -> str:
        value = self.text(key)
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise self._fault(key, f"{value!r} is not a time zone") from error
        return value

    def publication_rule(self, key: str) -> PublicationRule:
        value = self.text(key)
        if value not in set(PublicationRule):
            raise self._fault(key, f"{value!r} is none of {', '.join(PublicationRule)}")
        return PublicationRule(value)

    def pages(self, key: str) -> tuple["Page", ...]:
        """Give the tables of the list `key`, of which there must be one at least."""
        value = self._value(key)
        if not isinstance(value, list) or not value:
            raise self._fault(key, "at least one is needed")
        return tuple(Page(self._place, each, f"{key}[{place}].") for place, each in enumerate(value))
