"""What was bought of whom across all tenders, and who stood behind each supplier on the day it won."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from register.graph.paths import Path
from register.graph.picture import Party
from register.graph.shares import Range


@dataclass(frozen=True, slots=True)
class Hand:
    """An ultimate owner of a supplier: a person, or a body above which nobody is told. `path` is the strongest chain.

    `does`: surely an owner; else only perhaps.
    """

    key: str
    name: str
    share: Range | None
    does: bool
    path: Path = ()


@dataclass(frozen=True, slots=True)
class PortfolioAward:
    """What one supplier has of one award in force, and whose hands it was in on the day of the award.

    `value` is that of the whole award, in `currency` (a code, or empty where not told). Suppliers who won it together
    share it: nobody says how, so each counts with an equal part, and all parts together are the whole once.
    """

    ocid: str
    award_id: str
    buyer: str
    supplier: str
    name: str
    value: Decimal | None = None
    currency: str = ""
    suppliers: int = 1
    day: date | None = None
    method: str = ""
    classes: tuple[str, ...] = ()
    department: str = ""
    ward: str = ""
    hands: tuple[Hand, ...] = ()

    @property
    def part(self) -> Decimal | None:
        """What counts for this supplier."""
        return None if self.value is None else self.value / self.suppliers

    @property
    def key(self) -> tuple[str, str]:
        """Tells awards apart; suppliers who won together have the same."""
        return self.ocid, self.award_id

    @property
    def sure(self) -> tuple[Hand, ...]:
        return tuple(each for each in self.hands if each.does)


@dataclass(frozen=True, slots=True)
class PortfolioBid:
    """One bid; `day` is that of the close, where it is known. `awarded`: whether anybody won the tender."""

    ocid: str
    bidder: str
    name: str
    buyer: str
    day: date | None
    won: bool
    awarded: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Bidders for one tender that were under common control on the day it closed, and the chains that show it."""

    ocid: str
    bidders: tuple[str, ...]
    controllers: tuple[str, ...]
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All awards, bids and clusters of bidders, and every party that stands in a chain of theirs, by key.

    Amounts of different currencies are never added.
    """

    as_of: date
    awards: tuple[PortfolioAward, ...] = ()
    bids: tuple[PortfolioBid, ...] = ()
    together: tuple[Together, ...] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)

    def name(self, key: str) -> str:
        return self.parties[key].name
