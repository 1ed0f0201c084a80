"""What the portfolio is gathered from: all processes with their bids and awards, and all statements. Officers' only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bods.statements import Statement
from register.graph.picture import Identity
from register.graph.process import Bid, Process
from register.models.contracts import AwardRow, BidRow, ProcessRow
from register.ocds.facts import AwardFacts, BidFacts, ProcessFacts
from register.store import identities, sameness, statements
from register.store.contracts import OWN, told
from register.store.likeness import bidder_key
from register.store.told_process import process_of


@dataclass(frozen=True, slots=True)
class PortfolioMaterial:
    """Every process (its contracts left out), every statement, and whom the register takes records for."""

    processes: tuple[Process, ...]
    statements: tuple[Statement, ...]
    identities: Mapping[str, Identity]
    #: The record of the declared company that a bidder was decided to be, by the bidder's key.
    crosswalk: Mapping[str, str]

    def crossed(self, process: Process) -> dict[str, str]:
        """The same for the bidders of one process, by the publisher's own id."""
        keys = {bid.party: bidder_key(bid.scheme, bid.id, bid.name) for bid in process.bids}
        return {party: self.crosswalk[key] for party, key in keys.items() if key in self.crosswalk}


def material(session: Session) -> PortfolioMaterial:
    """Load it all, in as many queries whether there are ten processes or ten thousand."""
    processes = tuple(_processes(session))
    made = statements.everything(session)
    everybody: dict[str, Bid] = {}
    for process in processes:
        for bid in process.bids:
            key = bidder_key(bid.scheme, bid.id, bid.name)
            everybody.setdefault(key, Bid(key, bid.name, bid.scheme, bid.id))
    same = sameness.all_same_companies(session)
    known = identities.identities_of(session, {each.record_id for each in made})
    return PortfolioMaterial(
        processes, made, {**known, **same}, sameness.crossed(session, everybody.values())
    )


def _processes(session: Session) -> Iterator[Process]:
    bids: dict[str, list[BidFacts]] = defaultdict(list)
    for bid in session.scalars(select(BidRow).order_by(BidRow.ocid, BidRow.position, BidRow.id)):
        bids[bid.ocid].append(told(BidFacts, bid))
    awards: dict[str, list[AwardFacts]] = defaultdict(list)
    for award in session.scalars(select(AwardRow).order_by(AwardRow.ocid, AwardRow.id)):
        awards[award.ocid].append(told(AwardFacts, award))
    # Without the merged release, which may be long.
    columns = [getattr(ProcessRow, name) for name in OWN]
    for row in session.execute(select(*columns).order_by(ProcessRow.ocid)):
        facts = ProcessFacts(
            **dict(zip(OWN, row, strict=True)), bids=tuple(bids[row.ocid]), awards=tuple(awards[row.ocid])
        )
        yield process_of(facts)
