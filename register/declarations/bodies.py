"""What is answered about a company or another body: the declaring one, or one that stands in the chain."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from register.declarations.nobody import NoOwner


class EntityKind(StrEnum):
    """What kind of body it is, in the words of the form. The last two exist by agreement, and declare nothing themselves."""

    COMPANY = "company"
    LISTED = "listed"
    #: A state itself; its departments, agencies and corporations are `GOVERNMENT`.
    STATE = "state"
    GOVERNMENT = "government"
    TRUST = "trust"
    PARTNERSHIP = "partnership"
    LIMITED_LIABILITY_PARTNERSHIP = "limited_liability_partnership"
    SOLE_TRADER = "sole_trader"
    SELF_HELP_GROUP = "self_help_group"
    COOPERATIVE = "cooperative"
    #: A non-governmental organisation, society, club or church.
    ASSOCIATION = "association"
    OTHER = "other"
    NOMINEE_AGREEMENT = "nominee_agreement"
    JOINT_HOLDING = "joint_holding"


#: Kinds that are drawn to say how others hold, and never declare.
AGREEMENTS = frozenset({EntityKind.NOMINEE_AGREEMENT, EntityKind.JOINT_HOLDING})
#: Kinds that belong to a state: nobody need be named above them.
OF_A_STATE = frozenset({EntityKind.STATE, EntityKind.GOVERNMENT})


class StateBodyKind(StrEnum):
    """What part of a state a government body is."""

    DEPARTMENT = "department"
    AGENCY = "agency"
    #: Made by a law of its own, and trading or serving under its own name.
    CORPORATION = "corporation"


@dataclass(frozen=True, slots=True)
class Number:
    """One more number of a body; `scheme` is a code of org-id.guide."""

    scheme: str
    number: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the shares of a listed company are traded, or where its filings are to be read, or why neither is known.

    The two market codes are ISO 10383 (`operating_market` of the exchange, `market` of its part); `country` is ISO 3166-1.
    """

    exchange: str = ""
    country: str = ""
    ticker: str = ""
    market: str = ""
    operating_market: str = ""
    isin: str = ""
    filings_url: str = ""
    #: Why it is not known where it is listed; for officers alone.
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """A company or another body.

    What each kind is asked besides: a listed company its `listing`; a government body its `state_body` and, a corporation,
    the `statute` that made it; a trust, a partnership and any other body what its law calls it (`local_kind`).
    """

    key: str
    name: str
    kind: EntityKind
    #: ISO 3166-1 alpha-2: where it is registered or stands, for a state body which state's it is.
    country: str
    #: Code of the list that gives the number (org-id.guide), empty when it has none that we know.
    scheme: str = ""
    number: str = ""
    #: Why nobody is named above a body of the chain; a listed company and a government body need no reason.
    no_holder: NoOwner | None = None
    more_numbers: tuple[Number, ...] = ()
    #: Former and trading names.
    other_names: tuple[str, ...] = ()
    local_kind: str = ""
    founded: date | None = None
    #: The day on which it ceased to exist, once it has.
    dissolved: date | None = None
    listing: Listing | None = None
    state_body: StateBodyKind | None = None
    statute: str = ""
    enacted: date | None = None
    #: For officers alone: the tax PIN, and where to reach the body. A small trader's office is often a home.
    tax_number: str = ""
    registered_address: str = ""
    #: Where it does business, where that is not its registered address.
    business_address: str = ""
    postal_address: str = ""
    phone: str = ""
    email: str = ""
