"""What the releases of a process tell, in the words of the picture: bids, awards, contracts, and who has a part in them."""

from collections.abc import Iterable
from dataclasses import replace

from register.graph.contacts import contacts_in
from register.graph.dossier import Contact
from register.graph.process import Award, Bid, Contract, Paid, Process
from register.ocds.facts import AwardFacts, BidFacts, BidStatus, ProcessFacts, ReachFacts


def process_of(facts: ProcessFacts) -> Process:
    """Say who bid and who won in the words of the picture; a winner without a bid on file stands as a bid of its own."""
    bids = {each.party_id: _bid(each) for each in facts.bids if each.status != BidStatus.INVITED}
    by_number = {(bid.scheme, bid.id): party for party, bid in bids.items() if bid.id}
    by_name = {bid.name: party for party, bid in bids.items()}
    winners: list[str] = []
    awards: list[Award] = []
    for award in facts.awards:
        if not award.in_force or not award.name:
            continue
        party = by_number.get((award.scheme, award.number)) or by_name.get(award.name)
        if party is None:
            party = f"award:{award.scheme}:{award.number}:{award.name}"
            bids[party] = _from_award(party, award)
        winners.append(party)
        awards.append(Award(award.award_id, party, award.value, award.currency or "", award.awarded_on))
    # Somebody may bid together with others and alone as well: each of these is a bid of its own.
    made = [_bid(each) for each in facts.bids if each.status != BidStatus.INVITED]
    made += [each for each in bids.values() if each.party not in {bid.party for bid in made}]
    reaches = {each.party_id: _contacts(each) for each in facts.reaches}
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
        bids=tuple(replace(each, contacts=reaches.get(each.party, ())) for each in made),
        winners=tuple(dict.fromkeys(winners)),
        awards=tuple(awards),
        contracts=_contracts(facts),
        reserved_for=frozenset(facts.reserved_for.split()),
        together=_together(facts.bids),
        classes=tuple(facts.classes.split()),
        department=facts.department,
        ward=facts.ward,
    )


def _contracts(facts: ProcessFacts) -> tuple[Contract, ...]:
    """Say what was signed; a part of which nobody says in which contract it is stands in a contract of its own."""
    parts: dict[str, list[Paid]] = {}
    for each in facts.parts:
        paid = Paid(each.party_id, each.name, each.part, each.scheme, each.number, each.pointer)
        parts.setdefault(each.contract_id, []).append(paid)
    told = [
        Contract(
            id=each.contract_id,
            award_id=each.award_id,
            signed_on=each.signed_on,
            ends_on=each.ends_on,
            status=each.status,
            value=each.value,
            currency=each.currency or "",
            paid=tuple(parts.pop(each.contract_id, ())),
            reserved_for=frozenset(each.reserved_for.split()),
        )
        for each in facts.contracts
    ]
    return (*told, *(Contract(id=key, paid=tuple(paid)) for key, paid in parts.items()))


def _together(bids: Iterable[BidFacts]) -> tuple[tuple[str, ...], ...]:
    """Give the parties of each joint bid: those that share a bid's place."""
    joint: dict[int, list[str]] = {}
    for each in bids:
        joint.setdefault(each.position, []).append(each.party_id)
    return tuple(tuple(parties) for parties in joint.values() if len(parties) > 1)


def _contacts(reach: ReachFacts) -> tuple[Contact, ...]:
    return contacts_in(
        f"party {reach.party_id}", phone=reach.phone, email=reach.email, addresses=(reach.address,)
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
