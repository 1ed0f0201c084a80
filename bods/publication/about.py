"""What a publication says of itself: who publishes, under which licence and by which rules. All of it comes from outside."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: a name, a web address, and where to write to."""

    name: str
    url: str
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what terms the data may be used; `url` is the canonical address, `name` the licence's short code if it has one."""

    title: str
    url: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the data comes from."""

    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """How the publisher collects and publishes, in whole sentences that a reader of the guide is given as they are.

    `owner_threshold` is in percent. `person_scheme_name` is the name under which the publisher numbers persons. What
    the standard says of all publishers need not be said here.
    """

    who_declares: str
    owner_threshold: Decimal
    when_published: str
    deadlines: tuple[str, ...]
    dates: str
    corrections: str
    redactions: str
    never_published: tuple[str, ...]
    why_left_out: str
    person_scheme_name: str | None = None
    how_to_check: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """One publication. `name` is of small letters, digits and hyphens; `version` says how far it reaches."""

    name: str
    title: str
    description: str
    homepage: str
    version: str
    publisher: Publisher
    licence: Licence
    origins: tuple[Origin, ...]
    rules: Rules
