"""What a company says of itself for public buying: reservations it claims, ventures it is in, whom it hires."""

from dataclasses import dataclass
from enum import StrEnum

from bods.records import Share
from register.declarations.bodies import Number
from register.declarations.persons import Group


class Contractor(StrEnum):
    """How Kenyan a contractor is, by the procurement law's words."""

    #: Wholly owned and controlled by citizens.
    CITIZEN = "citizen"
    #: Registered here, with more than half of the shares in citizens' hands.
    LOCAL = "local"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Claims:
    """Reservations and preferences that the company claims. None is not answered; an empty set claims nothing."""

    groups: frozenset[Group] | None = None
    #: Number of the certificate that lets it bid for reserved tenders.
    certificate: str = ""
    contractor: Contractor | None = None
    #: Whether the company itself is barred from public buying, and by whom, since when.
    barred: bool | None = None
    barred_details: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """Another body in a joint venture or consortium; it declares by itself. `share` is its part of the venture."""

    key: str
    name: str
    country: str
    number: Number | None = None
    share: Share | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Venture:
    """A joint venture or consortium in which the company bids. `share` is the company's own part of it."""

    key: str
    name: str
    #: Number or title of the tender.
    tender: str = ""
    partners: tuple[Partner, ...] = ()
    share: Share | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class SubcontractorOwner:
    """An owner of a subcontractor, as far as the company knows."""

    full_name: str
    nationality: str = ""
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Subcontractor:
    """Somebody the company hires for a tender, with their owners where they are known."""

    key: str
    name: str
    country: str
    number: Number | None = None
    tender: str = ""
    work: str = ""
    share: Share | None = None
    owners: tuple[SubcontractorOwner, ...] = ()
