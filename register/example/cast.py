"""The invented people and companies, and what each of them holds."""

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from zlib import crc32

from bods.shares import Share
from register.declarations.draft import (
    SUBJECT,
    Declarant,
    Draft,
    EntityAnswer,
    EntityKind,
    Group,
    Holding,
    Particulars,
    PersonAnswer,
)
from register.example.names import GIVEN_WOMEN, company_name, key, number_of_company, person_name

#: Born in this year or later, somebody is young in the words of the reservations.
YOUNG = 1995


def _groups(name: str, born: date) -> frozenset[Group]:
    """The groups that somebody belongs to, told by the given name and the year of birth."""
    women = {Group.WOMEN} if name.split()[0] in GIVEN_WOMEN else set()
    return frozenset(women | ({Group.YOUTH} if born.year >= YOUNG else set()))


def _founded(number: str) -> date:
    """A day long ago, another for each number."""
    place = crc32(number.encode())
    return date(2005 + place % 14, 1 + place % 12, 1 + place % 28)


@dataclass(frozen=True, slots=True)
class Someone:
    """A made-up person, with the made-up particulars that only the register's own rooms may see."""

    name: str
    nationality: str
    residence: str
    particulars: Particulars


@dataclass(slots=True)
class Cast:
    """Makes people and companies from one seed, never two with one number."""

    rng: Random
    companies: set[str] = field(default_factory=set)
    people: int = 0
    #: Offices are counted on from here: no two companies are reached in one way unless a story says so.
    offices: int = 0

    def someone(self, name: str | None = None, *, nationality: str = "KE", residence: str = "KE") -> Someone:
        """A new person; their document numbers count up from one that nobody holds."""
        self.people += 1
        name = name or person_name(self.rng)
        born = date(1955 + self.rng.randrange(45), 1 + self.rng.randrange(12), 1 + self.rng.randrange(28))
        particulars = Particulars(
            document_scheme="KEN-IDCARD" if nationality == "KE" else "GBR-PASSPORT",
            document_number=f"9{self.people:07d}",
            birth_date=born,
            tax_number=f"A{self.people:09d}X",
            phone=f"+2547000{self.people:05d}",
            email=f"owner{self.people}@people.example",
            home_address=f"Plot {self.people}, invented road, {self.rng.choice(('Wote', 'Emali', 'Kibwezi'))}",
            exposed=False,
            barred=False,
            groups=_groups(name, born),
        )
        return Someone(name, nationality, residence, particulars)

    def company(self, name: str | None = None, *, kind: EntityKind = EntityKind.COMPANY) -> EntityAnswer:
        """A new company of the county."""
        name = name or company_name(self.rng, self.companies)
        number = number_of_company(self.rng)
        self.offices += 1
        return EntityAnswer(
            SUBJECT,
            name,
            kind,
            "KE",
            "KE-RCO",
            number,
            founded=_founded(number),
            registered_address=f"Plot {self.offices + 4000}, invented street, Wote",
            postal_address=f"P.O. Box {self.offices + 70000}, 90300 Wote",
            phone=f"+2547001{self.offices:05d}",
            email=f"office{self.offices}@suppliers.example",
        )

    def planted(self, name: str) -> EntityAnswer:
        """A company of a story, by a name that no other then gets."""
        self.companies.add(name)
        return self.company(name)

    def body(
        self,
        name: str,
        *,
        kind: EntityKind = EntityKind.COMPANY,
        country: str = "KE",
        scheme: str | None = None,
    ) -> EntityAnswer:
        """A body that stands between people and a company."""
        numbered = kind in {EntityKind.COMPANY, EntityKind.LISTED}
        scheme = scheme or ("KE-RCO" if country == "KE" else "GB-COH")
        number = number_of_company(self.rng) if country == "KE" else f"{self.rng.randrange(10**7, 10**8)}"
        return EntityAnswer(
            key(self.rng), name, kind, country, scheme if numbered else "", number if numbered else ""
        )


@dataclass(slots=True)
class Writer:
    """Fills in one company's declaration, holder by holder."""

    cast: Cast
    draft: Draft

    @classmethod
    def for_company(cls, cast: Cast, company: EntityAnswer, declarant: str) -> "Writer":
        return cls(cast, Draft(company=company, declarant=Declarant(declarant, "director")))

    def person(self, someone: Someone) -> str:
        """Name a person; gives their key within this declaration."""
        named = key(self.cast.rng)
        answer = PersonAnswer(named, someone.name, someone.nationality, someone.residence)
        self._change(
            people=(*self.draft.people, answer),
            particulars={**self.draft.particulars, named: someone.particulars},
        )
        return named

    def body(self, body: EntityAnswer) -> str:
        """Name a body of the chain; gives its key."""
        self._change(entities=(*self.draft.entities, body))
        return body.key

    def holds(
        self, holder: str, percent: int | str | Share | None, held: str = SUBJECT, **more: object
    ) -> "Writer":
        """Say what a holder holds: a figure, a range, or nothing but control."""
        shares = percent if isinstance(percent, Share) or percent is None else Share.exactly(percent)
        self._change(holdings=(*self.draft.holdings, Holding(holder, held, shares, **more)))  # type: ignore[arg-type]
        return self

    def _change(self, **parts: object) -> None:
        self.draft = replace(self.draft, **parts)  # type: ignore[arg-type]
