"""A declaration while it is being written: the answers, public ones apart from the private particulars."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from register.declarations.bodies import (
    AGREEMENTS,
    OF_A_STATE,
    EntityAnswer,
    EntityKind,
    Listing,
    Number,
    StateBodyKind,
)
from register.declarations.claims import (
    Claims,
    Contractor,
    Partner,
    Subcontractor,
    SubcontractorOwner,
    Venture,
)
from register.declarations.holdings import Holding, IndirectClaim, Post, PostRole, Term
from register.declarations.keys import NOBODY, SUBJECT
from register.declarations.nobody import NoOwner
from register.declarations.persons import (
    FAMILY,
    Exposure,
    Group,
    Particulars,
    PersonAnswer,
    PersonKind,
    Tie,
)

__all__ = [
    "AGREEMENTS",
    "FAMILY",
    "NOBODY",
    "OF_A_STATE",
    "SUBJECT",
    "Claims",
    "Contractor",
    "Declarant",
    "Draft",
    "EntityAnswer",
    "EntityKind",
    "Exposure",
    "Group",
    "Holding",
    "IndirectClaim",
    "Listing",
    "NoOwner",
    "Number",
    "Particulars",
    "Partner",
    "PersonAnswer",
    "PersonKind",
    "Post",
    "PostRole",
    "StateBodyKind",
    "Subcontractor",
    "SubcontractorOwner",
    "Term",
    "Tie",
    "Venture",
]


@dataclass(frozen=True, slots=True)
class Declarant:
    """Who fills in the form, and why they may."""

    name: str
    capacity: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything answered so far. Keys of people and bodies are random, and stay theirs from one declaration to the next.

    A key is 1 to 32 small letters and digits (`keys.KEY`), and no two of a draft are alike. A trust, a nominee agreement
    and a joint holding are each one of `entities`; who takes part in it, and what it holds, are `holdings`.
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
    posts: tuple[Post, ...] = ()
    indirect: tuple[IndirectClaim, ...] = ()
    claims: Claims = field(default_factory=Claims)
    ventures: tuple[Venture, ...] = ()
    subcontractors: tuple[Subcontractor, ...] = ()
    #: Why nobody can be named who runs the company, where no owner is named either.
    nobody_runs: str = ""
