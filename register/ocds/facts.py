"""What the register reads out of a contracting process: who bought what when, who bid, who won."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class TenderStatus(StrEnum):
    """How far a tender has come. Source: OCDS 1.1.5, codelist `tenderStatus`."""

    PLANNING = "planning"
    PLANNED = "planned"
    ACTIVE = "active"
    CANCELLED = "cancelled"
    UNSUCCESSFUL = "unsuccessful"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


class AwardStatus(StrEnum):
    """How an award stands; only an active one is in force and may be told in public.

    Source: OCDS 1.1.5, codelist `awardStatus`.
    """

    PENDING = "pending"
    ACTIVE = "active"
    CANCELLED = "cancelled"
    UNSUCCESSFUL = "unsuccessful"


class BidStatus(StrEnum):
    """How a bid stands; an invited bidder has not bid. Source: OCDS bid extension 1.1.5, codelist `bidStatus`."""

    INVITED = "invited"
    PENDING = "pending"
    VALID = "valid"
    DISQUALIFIED = "disqualified"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class BidFacts:
    """One bidder of one bid; the members of a joint bid share its `position` (counted from 0) and its value.

    `scheme` and `number` are empty when the publisher gives no official number. `status` is a BidStatus, empty when
    not told (then `value` is too: a name on the list of tenderers), or whatever word the publisher uses.
    """

    position: int
    party_id: str
    name: str
    scheme: str
    number: str
    value: Decimal | None
    currency: str | None
    status: str
    submitted_on: date | None


@dataclass(frozen=True, slots=True)
class AwardFacts:
    """One supplier of one award. Suppliers who won together share `award_id` and its whole value.

    An award that names no supplier yet has an empty `name`. `status` as in AwardStatus, or the publisher's own word.
    """

    award_id: str
    title: str
    name: str
    scheme: str
    number: str
    value: Decimal | None
    currency: str | None
    status: str
    awarded_on: date | None

    @property
    def in_force(self) -> bool:
        return self.status == AwardStatus.ACTIVE


class Part(StrEnum):
    """What somebody does in a contract without having signed it."""

    SUBCONTRACTOR = "subcontractor"
    PAYEE = "payee"


@dataclass(frozen=True, slots=True)
class PartFacts:
    """Somebody who is paid under a contract, or hired for it; `contract_id` is empty when it is not told for which.

    `pointer` is where the release says so.
    """

    contract_id: str
    part: str
    party_id: str
    name: str
    scheme: str
    number: str
    pointer: str


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """One contract. `status` as in OCDS's `contractStatus`, or the publisher's own word; `award_id` may lead nowhere.

    `reserved_for` are groups (see `reserved`), `paid` what its transactions in `currency` add up to, `amended` how often
    it was amended; of its milestones `met` of `milestones` are.
    """

    contract_id: str
    award_id: str
    title: str
    status: str
    signed_on: date | None
    ends_on: date | None
    value: Decimal | None
    currency: str | None
    reserved_for: str
    paid: Decimal | None
    amended: int
    milestones: int
    met: int


@dataclass(frozen=True, slots=True)
class ReachFacts:
    """How a party of the process may be reached, as the release says; empty where it does not."""

    party_id: str
    phone: str
    email: str
    address: str


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """One contracting process. Days are the jurisdiction's; `awarded_on` is the day of the first award in force.

    `department` is the buyer where another body conducts the tender, `ward` where the work is done. `reserved_for` and
    `classes` (first-level classes of the items) are codes with a space between, in their order.
    """

    ocid: str
    title: str
    tender_id: str
    buyer: str
    method: str
    status: str
    opens: date | None
    closes: date | None
    awarded_on: date | None
    bids: tuple[BidFacts, ...]
    awards: tuple[AwardFacts, ...]
    department: str = ""
    ward: str = ""
    reserved_for: str = ""
    classes: str = ""
    contracts: tuple[ContractFacts, ...] = ()
    parts: tuple[PartFacts, ...] = ()
    reaches: tuple[ReachFacts, ...] = ()
