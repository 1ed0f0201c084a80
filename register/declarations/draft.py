"""A declaration while it is being written: the answers, public ones apart from the private particulars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bods.codelists import InterestType, UnspecifiedReason
from bods.records import Share

#: The key of the declaring company itself in `Holding.held` (and in `Holding.holder`, where it holds its own holder).
SUBJECT = "subject"
#: Stands for the holder who is not named, in record ids alone.
NOBODY = "nobody"


class EntityKind(StrEnum):
    """What kind of body stands between people and the company, in the words of the form."""

    COMPANY = "company"
    LISTED = "listed"
    GOVERNMENT = "government"
    TRUST = "trust"


@dataclass(frozen=True, slots=True)
class Declarant:
    """Who fills in the form, and why they may."""

    name: str
    capacity: str


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """A person who owns or controls, as far as it may be public. Countries are ISO 3166-1 alpha-2 codes."""

    key: str
    full_name: str
    nationality: str
    residence: str


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


@dataclass(frozen=True, slots=True)
class NoOwner:
    """That nobody can be named as a beneficial owner of the company (or of a body in its chain), and why."""

    reason: UnspecifiedReason
    description: str = ""


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """A company or another body: the declaring one, or one that stands in the chain."""

    key: str
    name: str
    kind: EntityKind
    country: str
    #: Code of the list that gives the number (org-id.guide), empty when it has none that we know.
    scheme: str = ""
    number: str = ""
    #: Why nobody is named above a body of the chain; a listed company and a government body need no reason.
    no_holder: NoOwner | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """What one holder holds directly in one body: shares, votes and other ways to control."""

    holder: str
    held: str
    shares: Share | None = None
    votes: Share | None = None
    controls: tuple[InterestType, ...] = ()
    since: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        return (self.holder, self.held)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything answered so far. Keys of people and bodies are random, and stay theirs from one declaration to the next.

    A key is 1 to 32 small letters and digits (`answers.KEY`), and no two of a draft are alike.
    """

    company: EntityAnswer
    declarant: Declarant | None = None
    people: tuple[PersonAnswer, ...] = ()
    entities: tuple[EntityAnswer, ...] = ()
    holdings: tuple[Holding, ...] = ()
    no_owner: NoOwner | None = None
    #: Private answers by the person's key.
    particulars: Mapping[str, Particulars] = field(default_factory=dict)
    #: Steps seen and answered, for the task list.
    answered: frozenset[str] = frozenset()
