"""A register and its tenders screened at once, from statements and processes as they are told to an engine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb

from register.actions.screen_all import ScreenedAll, written
from register.bulk.engine import Engine
from register.bulk.telling import Contracts, Owners
from register.graph.process import Award, Bid, Process
from register.jurisdictions import load
from tests.factories.pictures import Hold, company_name, process_of, statements_of

DAY = date(2026, 3, 9)
#: Whose record ids they are.
HERE = "register"


@dataclass(frozen=True, slots=True)
class Told:
    """One tender; `alfa+beta` bid together, `crosswalk` leads from bidders to records, `numbers` replaces a bidder's own number."""

    title: str
    bidders: Sequence[str]
    crosswalk: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    won: str = ""
    worth: str = "1000000.00"

    def process(self) -> Process:
        joint = [each.split("+") for each in self.bidders]
        made = process_of({self.title: [name for each in joint for name in each]})
        bids = tuple(self._numbered(bid) for bid in made.bids)
        award = Award("a1", f"KE-RCO-{self.won}", Decimal(self.worth), "KES")
        together = tuple(tuple(f"KE-RCO-{name}" for name in each) for each in joint if len(each) > 1)
        return replace(made, bids=bids, awards=(award,) if self.won else (), together=together)

    def _numbered(self, bid: Bid) -> Bid:
        return replace(bid, id=self.numbers.get(bid.party.removeprefix("KE-RCO-"), bid.id))

    def crossed(self) -> dict[str, str]:
        return {f"KE-RCO-{bidder}": record for bidder, record in self.crosswalk.items()}


def screened(engine: Engine, out: Path, holds: Iterable[Hold], tenders: Iterable[Told]) -> ScreenedAll:
    """Screen a story and write what was found to `out`; everybody is stated once, in one declaration."""
    owners, contracts = Owners(engine, DAY), Contracts(engine)
    for statement in statements_of(replace(each, network="register") for each in holds):
        owners.take(statement, HERE)
    owners.done()
    for each in tenders:
        contracts.take(each.process(), each.crossed(), HERE)
    contracts.done()
    told = ScreenedAll(owners.count, contracts.count, contracts.unnumbered)
    return written(engine, told, out, load("kenya_makueni"))


def lines(files: Path | str, columns: str = "*") -> list[dict[str, object]]:
    """The lines of a file of findings, in an order of their own."""
    with duckdb.connect() as database:
        found = database.execute(f"SELECT {columns} FROM read_parquet(?) ORDER BY ALL", [str(files)])
        names = [each[0] for each in found.description or ()]
        return [dict(zip(names, line, strict=True)) for line in found.fetchall()]


def record(name: str) -> str:
    """The record id of a company in the story."""
    return f"register/{name}"


def pairs(out: Path) -> set[tuple[object, ...]]:
    """Who has which two bidders of a tender, by name."""
    found = lines(out / "common_owners.parquet", "ocid, owner_name, first_name, second_name")
    return {
        (
            str(each["ocid"]).removeprefix("ocds-story-"),
            each["owner_name"],
            *sorted((str(each["first_name"]), str(each["second_name"]))),
        )
        for each in found
    }


def found(ocid: str, owner: str, *bidders: str) -> tuple[str, ...]:
    return (ocid, owner, *sorted(map(company_name, bidders)))
