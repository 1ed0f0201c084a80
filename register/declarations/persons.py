"""What is answered about a person: the public part, and the private particulars kept apart from it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from register.declarations.nobody import NoOwner


class PersonKind(StrEnum):
    """Whether a person is named."""

    NAMED = "named"
    #: People told by a description, of whom nobody can be named yet: "the settlor's grandchildren".
    CLASS = "class"
    #: Somebody who exists and cannot be named; `why` says why.
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """A person who owns, controls or leads, as far as it may be public. Countries are ISO 3166-1 alpha-2 codes.

    `full_name` of a class is its description in words; of somebody who cannot be named, how the form speaks of them.
    """

    key: str
    full_name: str
    nationality: str
    residence: str
    kind: PersonKind = PersonKind.NAMED
    more_nationalities: tuple[str, ...] = ()
    #: Why somebody who exists is not named.
    why: NoOwner | None = None
    #: Protection was asked for: withheld from the public until a registrar has refused it. Why is a particular.
    protection: bool = False


class Group(StrEnum):
    """Groups for whom part of public buying is reserved."""

    WOMEN = "women"
    YOUTH = "youth"
    DISABILITY = "disability"


class Tie(StrEnum):
    """How somebody is tied to a public official.

    The first six are the official and the family of the Conflict of Interest Act 2025; the last two are asked besides.
    """

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SPOUSES_CHILD = "spouses_child"
    SPOUSES_PARENT = "spouses_parent"
    SIBLING = "sibling"
    BUSINESS_PARTNER = "business_partner"


#: "Family" in the words of the Conflict of Interest Act 2025.
FAMILY = frozenset({Tie.SPOUSE, Tie.CHILD, Tie.PARENT, Tie.SPOUSES_CHILD, Tie.SPOUSES_PARENT})


@dataclass(frozen=True, slots=True, repr=False)
class Exposure:
    """One public office, held by the person or by somebody they are tied to (`official` is then that person's name)."""

    tie: Tie
    office: str = ""
    #: The body in which the office is held, and its country (ISO 3166-1).
    body: str = ""
    country: str = ""
    official: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Particulars:
    """A person's private answers. They are kept encrypted, and never leave the officers' rooms."""

    #: "KEN-IDCARD", "KEN-PASSPORT" ...: country of issue (ISO alpha-3) and kind of document.
    document_scheme: str
    document_number: str
    birth_date: date | None = None
    tax_number: str = ""
    phone: str = ""
    email: str = ""
    home_address: str = ""
    postal_address: str = ""
    business_address: str = ""
    occupation: str = ""
    #: Whether the person, or somebody tied to them, holds or held a public office; None while it is not answered.
    exposed: bool | None = None
    exposures: tuple[Exposure, ...] = ()
    #: The groups the person belongs to; None while it is not answered, none at all when they answered so.
    groups: frozenset[Group] | None = None
    #: Number in the register of persons with disabilities.
    disability_number: str = ""
    #: Whether the person is barred from public buying or under sanctions, and by whom, since when.
    barred: bool | None = None
    barred_details: str = ""
    barred_until: date | None = None
    #: Why protection is asked for.
    protection_reason: str = ""
