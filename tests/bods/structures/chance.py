"""Parties and stakes by chance: every kind that the answers know, with ranges, dates, exposure and reasons."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from bods.codelists import (
    AddressType,
    EntitySubtype,
    InterestType,
    NameType,
    SecuritiesIdentifierScheme,
    UnspecifiedReason,
)
from bods.listings import SecuritiesListing, Security
from bods.records import Address, Country, Entity, Identifier, Jurisdiction, Name, Person
from bods.shares import Share
from bods.structures import (
    Stake,
    anonymous_body,
    anonymous_person,
    company,
    exposed,
    exposure_unknown,
    listed_company,
    not_exposed,
    person,
    state,
    state_body,
    statutory_corporation,
    unknown_body,
    unknown_person,
)
from bods.structures.holdings import OF_ARRANGEMENTS

COUNTRIES = (Country("Kenya", "KE"), Country("Mauritius", "MU"), Country("Uganda", "UG"), Country("Atlantis"))
PLACES = (Jurisdiction("Kenya", "KE"), Jurisdiction("Makueni", "KE-17"), Jurisdiction("Atlantis"))
REASONS = tuple(UnspecifiedReason)
PLAIN = tuple(sorted(set(InterestType) - OF_ARRANGEMENTS))
WITH_SHARES = (InterestType.SHAREHOLDING, InterestType.VOTING_RIGHTS, InterestType.RIGHTS_TO_PROFIT_OR_INCOME)


class Chance:
    """One source of chance, and all that may come of it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # stories, not secrets
        self.count = 0

    def number(self) -> int:
        self.count += 1
        return self.count

    def often(self, how: float) -> bool:
        return self.random.random() < how

    def day(self) -> date:
        return date(2000, 1, 1) + timedelta(days=self.random.randrange(7000))

    def share(self) -> Share:
        low, high = sorted(self.random.sample(range(100_0001), 2))
        if self.often(0.5):
            return Share.exactly(self.random.choice((Decimal(high) / 10_000, Decimal(high // 10_000))))
        return Share.between(
            None if self.often(0.1) else Decimal(low) / 10_000,
            None if self.often(0.1) else Decimal(high) / 10_000,
            minimum_excluded=self.often(0.3),
            maximum_excluded=self.often(0.3),
        )

    def stake(self, *types: InterestType, beneficial: bool = False, direct: bool = True) -> Stake:
        """One stake of one of some types; a stake of an indirect holding is `direct=False`."""
        kind = self.random.choice(types or PLAIN)
        began = self.day() if self.often(0.6) else None
        return Stake(
            type=None if not types and self.often(0.05) else kind,
            share=self.share() if kind in WITH_SHARES and self.often(0.9) else None,
            since=began,
            until=began + timedelta(days=900) if began and self.often(0.05) else None,
            details="As the papers say" if self.often(0.1) else None,
            beneficial=None if not types and self.often(0.03) else beneficial,
            known_direct=self.random.choice((False, None)) if direct and self.often(0.1) else True,
        )

    def stakes(self, *, beneficial: bool = False, direct: bool = True) -> tuple[Stake, ...]:
        made = [
            self.stake(InterestType.SHAREHOLDING, beneficial=beneficial, direct=direct),
            self.stake(InterestType.VOTING_RIGHTS, beneficial=beneficial, direct=direct),
            self.stake(beneficial=beneficial and self.often(0.5), direct=direct),
        ]
        return tuple(self.random.sample(made, self.random.choice((1, 1, 1, 2, 3))))

    def named(self) -> Person:
        number = self.number()
        made = person(
            f"Owner {number} Example",
            *self.random.sample(COUNTRIES, self.random.choice((0, 1, 1, 2))),
            birth=self.random.choice((None, "1970", "1980-05", "1990-12-31")),
            exposure=self.exposure(),
        )
        if self.often(0.2):
            made = replace(made, names=(*made.names, Name(f"O. {number}", NameType.ALTERNATIVE)))
        if self.often(0.3):
            made = replace(made, identifiers=(self.person_number(number),))
        if self.often(0.3):
            where = Address(AddressType.SERVICE, f"P.O. Box {number}", "90300", COUNTRIES[0])
            made = replace(made, addresses=(where,), tax_residencies=COUNTRIES[:1])
        return made

    def person_number(self, number: int) -> Identifier:
        if self.often(0.5):
            return Identifier(id=f"person-{number}", scheme_name="EXAMPLE-PERSON")
        return Identifier(id=f"T{number:08d}", scheme="KEN-TAXID", scheme_name="An example of a tax number")

    def exposure(self) -> object:
        made = (
            None,
            None,
            not_exposed(),
            exposed(),
            exposed("Member of an example assembly", self.random.choice(PLACES), self.day()),
            exposed("Former judge", PLACES[0], date(2001, 1, 1), date(2011, 1, 1)),
            exposure_unknown(),
            exposure_unknown("The owner was abroad"),
        )
        return self.random.choice(made)

    def someone(self) -> Person:
        """A named person mostly, else one who is withheld or not known."""
        if self.often(0.9):
            return self.named()
        why = "Said in words" if self.often(0.5) else None
        return self.random.choice((anonymous_person, unknown_person))(self.random.choice(REASONS), why)

    def company(self) -> Entity:
        number = self.number()
        numbers = (Identifier(id=f"PVT-{number}", scheme=self.random.choice(("KE-RCO", "GB-COH"))),)
        made = company(f"Company {number} Ltd", self.random.choice(PLACES), *numbers)
        return replace(made, founding_date=self.day()) if self.often(0.3) else made

    def listed(self) -> Entity:
        number = self.number()
        security = Security(f"T{number}", SecuritiesIdentifierScheme.ISIN, f"KE{number:010d}")
        listing = SecuritiesListing("KE", "Example Exchange", security, "XEXA", "XEXA")
        filings = ("https://exchange.example/filings",)
        return listed_company(f"Listed {number} PLC", PLACES[0], listings=(listing,), filings=filings)

    def body(self) -> Entity:
        """A company mostly, else a listed one, or one that is withheld or not known."""
        if self.often(0.8):
            return self.company()
        if self.often(0.5):
            return self.listed()
        return self.random.choice((anonymous_body, unknown_body))(self.random.choice(REASONS))

    def state(self) -> Entity:
        number = self.number()
        if self.often(0.4):
            return state(f"Republic {number}", self.random.choice(PLACES))
        kinds = (
            EntitySubtype.GOVERNMENT_DEPARTMENT,
            EntitySubtype.STATE_AGENCY,
            EntitySubtype.OTHER,
        )
        return state_body(f"Department {number}", self.random.choice(PLACES), self.random.choice(kinds))

    def subject(self) -> Entity:
        if self.often(0.1):
            return statutory_corporation(
                "Example Water Corporation", PLACES[0], "Example Water Act", self.day()
            )
        return self.listed() if self.often(0.1) else self.company()
