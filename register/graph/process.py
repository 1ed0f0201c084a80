"""One contracting process in the words of the picture: who asked, who bid, who won, what was signed and to whom it was paid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from register.graph.dossier import Contact

#: Groups for whom a process may be reserved, as publishers and the law call them.
WOMEN, YOUTH, DISABILITY = "women", "youth", "disability"


@dataclass(frozen=True, slots=True)
class Bid:
    """One offer. Before building, `party` is the publisher's own id of the bidder; in a picture, its party key."""

    party: str
    name: str
    scheme: str = ""
    id: str = ""
    value: Decimal | None = None
    currency: str = ""
    status: str = ""
    declared_on: date | None = None
    declaration: str | None = None
    submitted: date | None = None
    #: Where the bidder stands in the release, as a JSON pointer.
    pointer: str = ""
    #: How to reach the bidder, as the release says; for officers alone.
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Award:
    """What was awarded to one supplier; suppliers who won together share `id` and its whole value.

    `supplier` is, like a bid's party, the publisher's own id before building and a party key afterwards.
    """

    id: str
    supplier: str
    value: Decimal | None = None
    currency: str = ""
    on: date | None = None
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Paid:
    """Somebody who has a part in a contract without having signed it: a subcontractor or a payee, under party keys as a bid."""

    party: str
    name: str
    #: "subcontractor" or "payee".
    part: str
    scheme: str = ""
    id: str = ""
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract, and who has a part in it beside its supplier."""

    id: str
    award_id: str = ""
    signed_on: date | None = None
    ends_on: date | None = None
    status: str = ""
    value: Decimal | None = None
    currency: str = ""
    paid: tuple[Paid, ...] = ()
    #: Groups for whom it is reserved (see `WOMEN` ...).
    reserved_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Process:
    """One contracting process, as its releases tell it."""

    ocid: str
    title: str
    buyer: str = ""
    tender_id: str = ""
    method: str = ""
    status: str = ""
    opens: date | None = None
    closes: date | None = None
    awarded_on: date | None = None
    bids: tuple[Bid, ...] = ()
    winners: tuple[str, ...] = ()
    award_letter_deadline: date | None = None
    awards: tuple[Award, ...] = ()
    contracts: tuple[Contract, ...] = ()
    #: Groups for whom the tender is reserved, or "citizen" and "local" where only such contractors may bid.
    reserved_for: frozenset[str] = frozenset()
    #: Members of each joint bidder (JSON pointer of the bid): the party keys that bid together.
    together: tuple[tuple[str, ...], ...] = ()
    #: First-level classes of the items bought, under the publisher's scheme.
    classes: tuple[str, ...] = ()
    #: The ministry or department that buys, and the ward it buys for, where told.
    department: str = ""
    ward: str = ""
