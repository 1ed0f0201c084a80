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

    `source` is a declaration's reference, or names the party of the release.
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
    groups: frozenset[Group] | None = None
    exposed: bool | None = None
    exposures: tuple[Exposure, ...] = ()
    barred: bool | None = None
    other_names: tuple[str, ...] = ()
    suppliers: int = 0

    def with_what(self, other: "PersonDossier") -> "PersonDossier":
        """Put what another declaration says of the same person beside this; where both answer, yes weighs more than no."""
        return PersonDossier(
            born=self.born or other.born,
            groups=self.groups if other.groups is None else other.groups | (self.groups or frozenset()),
            exposed=_either(self.exposed, other.exposed),
            exposures=tuple(dict.fromkeys((*self.exposures, *other.exposures))),
            barred=_either(self.barred, other.barred),
            other_names=tuple(dict.fromkeys((*self.other_names, *other.other_names))),
            suppliers=max(self.suppliers, other.suppliers),
        )


def _either(one: bool | None, other: bool | None) -> bool | None:
    return one or other if other is not None else one


@dataclass(frozen=True, slots=True, repr=False)
class BodyDossier:
    """A company or other body, as its own declaration and the companies' registry say for officers.

    `confirmed_on` is the last day on which the declaration was made or confirmed. `says_none`: it declares that nobody
    is an owner. `declarant` is the account that signed, `declares_for` how many bodies it signed for.
    """

    contacts: tuple[Contact, ...] = ()
    claims: Claims = field(default_factory=Claims)
    ventures: tuple[Venture, ...] = ()
    subcontractors: tuple[Subcontractor, ...] = ()
    registered: Registered | None = None
    confirmed_on: date | None = None
    says_none: bool = False
    declarant: str = ""
    declares_for: int = 0
