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


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """One contracting process. Days are the jurisdiction's; `awarded_on` is the day of the first award in force."""

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
