"""What officers know of a party beside its stakes: how to reach it, when it began, what it said of itself. Never public."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from register.declarations.claims import Claims, Subcontractor, Venture
from register.declarations.persons import Exposure, Group


class ContactKind(StrEnum):
    """A way to reach somebody, or the person who declares for them."""

    PHONE = "phone"
    EMAIL = "email"
    POST_BOX = "post-box"
    STREET = "street"
    DECLARANT = "declarant"


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """One way to reach a party: as compared, as an officer may read it, and where it is written.

    `source` is a declaration's reference, or a JSON pointer into the release.
    """

    kind: ContactKind
    key: str
    shown: str
    source: str


@dataclass(frozen=True, slots=True)
class RegisteredParty:
    """A director or shareholder whom the companies' registry names; `shares` is their number, None for a director."""

    name: str
    director: bool
    shares: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """What the companies' registry last said of a body, by its extract of a day.

    `status`: active, dissolved, struck_off, liquidation, dormant or unknown.
    """

    name: str
    status: str
    on: date
    source: str
    parties: tuple[RegisteredParty, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class PersonDossier:
    """A person, as the declarations that name them say for officers; None and empty: not answered.

    `other_names` stand under the same identity number elsewhere in the register. `suppliers` counts the suppliers in
    the whole register of which the person is an owner.
    """

    born: date | None = None
    nationalities: frozenset[str] = frozenset()
    groups: frozenset[Group] | None = None
    exposed: bool | None = None
    exposures: tuple[Exposure, ...] = ()
    barred: bool | None = None
    other_names: tuple[str, ...] = ()
    suppliers: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class BodyDossier:
    """A company or other body, as its own declaration and the companies' registry say for officers.

    `confirmed_on` is the last day on which the declaration was made or confirmed; `change_known_on` the day on which a
    change of owners became known that no declaration tells. `says_none`: it declares that nobody is an owner.
    `agent` is the declarant's account when they declare for others, `agent_for` how many bodies they declare for.
    """

    founded: date | None = None
    dissolved: date | None = None
    contacts: tuple[Contact, ...] = ()
    claims: Claims = field(default_factory=Claims)
    ventures: tuple[Venture, ...] = ()
    subcontractors: tuple[Subcontractor, ...] = ()
    registered: Registered | None = None
    confirmed_on: date | None = None
    change_known_on: date | None = None
    says_none: bool = False
    agent: str = ""
    agent_for: int = 0
