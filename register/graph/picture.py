"""The picture of one contracting process or one company: parties, the stakes between them, and the day it is seen from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from register.graph.dossier import BodyDossier, PersonDossier
from register.graph.lists import Listed, ListKind, Official
from register.graph.process import Process
from register.graph.shares import Range


class PartyKind(StrEnum):
    """Who a party is: a natural person, any other legal body or arrangement, or somebody not said."""

    PERSON = "person"
    ENTITY = "entity"
    UNKNOWN = "unknown"


class Joined(StrEnum):
    """By what several records are taken for one party; a name is never enough."""

    ALONE = "alone"
    IDENTIFIER = "identifier"
    CONFIRMED = "confirmed"
    #: An identity number was typed and nobody has confirmed it: officers only.
    TYPED = "typed"


class Control(StrEnum):
    """A way to have a say in a company other than by a share of it; the last two are worked out, never declared."""

    BOARD = "board"
    INFLUENCE = "influence"
    RULES = "rules"
    TRUST = "trust"
    NOMINATOR = "nominator"
    NOMINEE = "nominee"
    CONTRACT = "contract"
    OFFICER = "officer"
    UNKNOWN = "unknown"
    #: More than half of the shares or votes, alone or through companies under the same control.
    MAJORITY = "majority"
    #: The threshold or more of the votes, through companies under the same control.
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Party:
    """One real person or body, with every record that speaks of it.

    `country` is a two-letter code or empty. `birth_month` (YYYY-MM) and `typed_records` (those joined by an identity
    nobody confirmed) are for officers; public pictures have neither.
    """

    key: str
    kind: PartyKind
    name: str
    country: str = ""
    record_ids: frozenset[str] = frozenset()
    joined: Joined = Joined.ALONE
    identifiers: tuple[tuple[str, str], ...] = ()
    entity_type: str = ""
    unspecified_reason: str = ""
    founded: date | None = None
    dissolved: date | None = None
    #: ISO 3166-1 alpha-2, of a person; every name its records bear beside `name`.
    nationalities: frozenset[str] = frozenset()
    other_names: tuple[str, ...] = ()
    identity: str | None = None
    birth_month: str | None = None
    typed_records: frozenset[str] = frozenset()
    #: Whether this is no body of its own: several hold something together by it.
    joint: bool = False
    #: Whether its shares, or part of them, are traded on an exchange.
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Stake:
    """What one party holds in another, as one relationship record says.

    `held_then` is True when it was held on the picture's day, None when that could not be told. `late` says that
    it was declared after that day. `indirect` is an indirect stake whose chain nobody has told.
    `shares` and `votes` are None when the stake is of another sort; a share held but not said is 0 to 100. `network` is
    the party key of the body whose declaration says so.
    """

    holder: str
    held: str
    record_id: str
    statement_id: str
    declared_on: date
    shares: Range | None = None
    votes: Range | None = None
    controls: frozenset[Control] = frozenset()
    since: date | None = None
    until: date | None = None
    declaration: str | None = None
    late: bool = False
    held_then: bool | None = True
    indirect: bool = False
    holder_record: str = ""
    interests: str = ""
    network: str = ""

    @property
    def id(self) -> str:
        return self.record_id


@dataclass(frozen=True, slots=True)
class Claimed:
    """An indirect stake as its declaration claims it, and the ids of the records that tell its chain."""

    stake: Stake
    components: frozenset[str]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom the register takes a person record for; `confirmed` by the person or a registrar, else only typed.

    `birth_month` (YYYY-MM) comes from the private particulars and goes to officers only.
    """

    key: str
    confirmed: bool
    birth_month: str | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """The accepted declaration of one company: the day it was accepted and its reference."""

    on: date
    reference: str


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Picture:
    """Everything a flag looks at: one process (or none), its parties and stakes, seen from `as_of`, asked on `today`.

    Two pictures are one only when they are the very same: what is worked out of one is remembered with it.
    """

    parties: Mapping[str, Party]
    stakes: tuple[Stake, ...]
    as_of: date
    today: date
    process: Process | None = None
    officials: tuple[Official, ...] = ()
    #: Entries that may mean somebody of this picture; `lists` are the kinds of which a list is on file at all.
    listed: tuple[Listed, ...] = ()
    lists: frozenset[ListKind] = frozenset()
    #: For officers alone, by party key: what is known of people and bodies beside their stakes.
    people: Mapping[str, PersonDossier] = field(default_factory=dict)
    bodies: Mapping[str, BodyDossier] = field(default_factory=dict)
    #: The same process seen on earlier and later days, for flags that ask what changed; the earliest first.
    moments: tuple["Picture", ...] = ()
    #: The same process with the companies beside it and whoever stands above them: other companies of the same owners,
    #: and those paid under its contracts. Its subjects begin with the bidders. None where nobody looked for any.
    wider: "Picture | None" = None
    #: Companies whose picture this is: the bidders, or the one company of its page.
    subjects: tuple[str, ...] = ()
    declared: Mapping[str, Declared] = field(default_factory=dict)
    #: What other declarations say of pairs of parties for which one of `stakes` speaks; never to reckon with.
    otherwise: tuple[Stake, ...] = ()
    #: Indirect stakes that leave their shares to the chain which tells them; never to reckon with.
    claimed: tuple[Claimed, ...] = ()

    def name(self, key: str) -> str:
        return self.parties[key].name

    def person(self, key: str) -> PersonDossier:
        """What is known of a person beside their stakes; an empty dossier when nothing is."""
        return self.people.get(key, PersonDossier())

    def body(self, key: str) -> BodyDossier:
        """What is known of a body beside its stakes; an empty dossier when nothing is."""
        return self.bodies.get(key, BodyDossier())

    def has_list(self, *kinds: ListKind) -> bool:
        """Whether a list of one of these kinds is on file."""
        return any(each in self.lists for each in kinds) or any(each.kind in kinds for each in self.listed)

    @property
    def bidders(self) -> tuple[str, ...]:
        """Each bidding party once, in the order of the bids."""
        return tuple(dict.fromkeys(bid.party for bid in self.process.bids)) if self.process else ()
