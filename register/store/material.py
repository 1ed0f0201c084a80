"""Everything the register knows that bears on one contracting process: what a picture of it is drawn from.

For officers alone: it holds who bids, and identities that nobody has confirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from bods.statements import Statement
from register.graph.lists import Official
from register.graph.picture import Declared, Identity
from register.graph.process import Bid, Process
from register.ocds.facts import AwardFacts, BidFacts, BidStatus, ProcessFacts
from register.store import contracts, identities, officials, sameness, statements
from register.store.dossiers import Background, background


@dataclass(frozen=True, slots=True)
class Material:
    """One process, every statement about its bidders and whoever stands above them, and the officials in force."""

    process: Process
    statements: tuple[Statement, ...]
    identities: Mapping[str, Identity]
    officials: tuple[Official, ...]
    #: The record of the declared company that a bidder was decided to be, by the publisher's own id.
    crosswalk: Mapping[str, str] = field(default_factory=dict)
    #: Accepted declarations and what else officers may know; not for pages that others read.
    background: Background = Background()  # noqa: RUF009 (frozen)

    def declared(self, day: date) -> dict[str, Declared]:
        """The declaration that speaks for a day, by the record id of the company that made it."""
        return {
            subject: Declared(said.on, said.reference)
            for subject, said in self.background.speaking(day).items()
        }

    def made_by(self, record_id: str) -> tuple[Declared, ...]:
        """Every accepted declaration that a company made, oldest first."""
        said = [each for each in self.background.said if each.subject == record_id]
        return tuple(Declared(each.on, each.reference) for each in said)


def of_process(session: Session, ocid: str) -> Material:
    """Gather what bears on a process. Raises ProcessUnknownError."""
    process = process_of(contracts.process(session, ocid))
    numbers = [(bid.scheme, bid.id) for bid in process.bids if bid.id]
    crosswalk = sameness.crossed(session, process.bids)
    declared = statements.self_declared(session, numbers) | set(crosswalk.values())
    same = sameness.same_companies(session, declared)
    numbers += sameness.numbers_of(session, {*crosswalk.values(), *same})
    told = statements.upstream(session, numbers)
    return Material(
        process=process,
        statements=told,
        identities={**identities.identities_of(session, [each.record_id for each in told]), **same},
        officials=officials.officials_in_force(session),
        crosswalk=crosswalk,
        background=background(session, told),
    )


def process_of(facts: ProcessFacts) -> Process:
    """Say who bid and who won in the words of the picture; a winner without a bid on file stands as a bid of its own."""
    bids = {each.party_id: _bid(each) for each in facts.bids if each.status != BidStatus.INVITED}
    by_number = {(bid.scheme, bid.id): party for party, bid in bids.items() if bid.id}
    by_name = {bid.name: party for party, bid in bids.items()}
    winners: list[str] = []
    for award in facts.awards:
        if not award.in_force or not award.name:
            continue
        party = by_number.get((award.scheme, award.number)) or by_name.get(award.name)
        if party is None:
            party = f"award:{award.scheme}:{award.number}:{award.name}"
            bids[party] = _from_award(party, award)
        winners.append(party)
    return Process(
        ocid=facts.ocid,
        title=facts.title,
        buyer=facts.buyer,
        tender_id=facts.tender_id,
        method=facts.method,
        status=facts.status,
        opens=facts.opens,
        closes=facts.closes,
        awarded_on=facts.awarded_on,
        bids=tuple(bids.values()),
        winners=tuple(dict.fromkeys(winners)),
    )


def _bid(facts: BidFacts) -> Bid:
    return Bid(
        party=facts.party_id,
        name=facts.name,
        scheme=facts.scheme,
        id=facts.number,
        value=facts.value,
        currency=facts.currency or "",
        status=facts.status,
        submitted=facts.submitted_on,
        pointer=f"/bids/details/{facts.position}",
    )


def _from_award(party: str, facts: AwardFacts) -> Bid:
    return Bid(
        party=party,
        name=facts.name,
        scheme=facts.scheme,
        id=facts.number,
        value=facts.value,
        currency=facts.currency or "",
    )
