"""What the register must know of the place it serves."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from register.exceptions import RegisterError
from register.jurisdictions.audiences import Audiences
from register.jurisdictions.deadlines import Calendar, due_after, due_before, local_day, months_after
from register.jurisdictions.flag_rules import FlagRules
from register.jurisdictions.list_days import ListDays
from register.jurisdictions.retention import Retention


class JurisdictionFaultError(RegisterError):
    """A place's file lacks something or says something that cannot be."""

    def __init__(self, place: str, key: str, fault: str) -> None:
        """Keep the place, the key and what is wrong with it."""
        self.place, self.key, self.fault = place, key, fault
        super().__init__(f"{place}.toml: {key}: {fault}")


class JurisdictionUnknownError(RegisterError):
    """There is no file for this place."""

    def __init__(self, place: str, known: tuple[str, ...]) -> None:
        """Keep the place asked for and the places there are."""
        self.place, self.known = place, known
        super().__init__(f"no jurisdiction is called {place!r}; there are: {', '.join(known)}")


class PublicationRule(StrEnum):
    """When accepted statements become public."""

    ON_ACCEPTANCE = "on_acceptance"
    ON_AWARD = "on_award"
    WITH_CONSENT = "with_consent"


@dataclass(frozen=True, slots=True)
class IdentifierScheme:
    """A register that numbers companies: its org-id code, and how to ask for the number. `pattern` matches the whole."""

    code: str
    label: str
    hint: str
    pattern: str

    def fits(self, number: str) -> bool:
        return re.fullmatch(self.pattern, number.strip(), re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """A document that tells who a person is; its number stays private. `scheme` is the standard's code for it."""

    code: str
    label: str
    hint: str
    scheme: str
    pattern: str

    def fits(self, number: str) -> bool:
        return re.fullmatch(self.pattern, number.strip(), re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class SubCounty:
    """A part of the county and its wards."""

    name: str
    wards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """One place: thresholds in percent, deadlines in days, and the words that only this place has."""

    code: str
    name: str
    county_title: str
    country: str
    country_code: str
    timezone: str
    currency: str
    currency_symbol: str
    ruleset: str
    owner_threshold: Decimal
    control_majority: Decimal
    #: The first and the last age, in full years, at which somebody counts as young.
    youth_ages: tuple[int, int]
    declaration_deadline_days: int
    change_deadline_days: int
    reply_deadline_days: int
    clarification_days: int
    #: Within how many days a registrar decides about a declaration.
    review_days: int
    confirmation_months: int
    reminder_days: tuple[int, ...]
    #: The day of the next month by which a month's awards are reported.
    report_day: int
    calendar: Calendar
    retention: Retention
    list_days: ListDays
    audiences: Audiences
    flag_rules: FlagRules
    #: Whether nobody is awarded before somebody was named to a committee of the tender.
    committee_needed: bool
    publication_rule: PublicationRule
    accepts_at_once: bool
    #: Whether the monthly report names who sat on the committees of what was awarded.
    names_committees: bool
    publisher_name: str
    publisher_url: str
    licence: str
    licence_title: str
    licence_code: str | None
    who_declares: str
    contact_email: str
    sms_number: str | None
    person_identifier_scheme_name: str
    #: Whoever is younger, in years, is withheld from the public.
    majority_age: int
    identifier_schemes: tuple[IdentifierScheme, ...]
    identity_documents: tuple[IdentityDocument, ...]
    sub_counties: tuple[SubCounty, ...]

    def change_due(self, happened_on: date) -> date:
        """The last day to tell of a change that happened on a day."""
        return due_after(happened_on, self.change_deadline_days, self.calendar)

    def confirmation_due(self, said_on: date) -> date:
        """The last day to confirm again what was said, or confirmed, on a day."""
        return months_after(said_on, self.confirmation_months, self.calendar)

    def clarification_due(self, asked_on: date) -> date:
        """The last day to answer a question that was asked on a day."""
        return due_after(asked_on, self.clarification_days, self.calendar)

    def reply_due(self, asked_on: date) -> date:
        """The last day to reply to what was raised on a day."""
        return due_after(asked_on, self.reply_deadline_days, self.calendar)

    def report_due(self, month: date) -> date:
        """The last day to report what was awarded in a month, by any day of it."""
        following = (month.replace(day=1) + timedelta(32)).replace(day=1)
        return due_before(following + timedelta(self.report_day - 1), self.calendar)

    def day_of(self, moment: datetime) -> date:
        """The day of a moment, here."""
        return local_day(moment, self.timezone)

    @property
    def wards(self) -> tuple[str, ...]:
        return tuple(ward for sub_county in self.sub_counties for ward in sub_county.wards)

    def scheme(self, code: str) -> IdentifierScheme | None:
        """Give the identifier scheme with this org-id code, if the place uses it."""
        return next((scheme for scheme in self.identifier_schemes if scheme.code == code), None)
