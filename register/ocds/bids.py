"""Who bid: from the bids themselves, and from the list of tenderers for those whose bid is not told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, tzinfo
from decimal import Decimal

from register.ocds.entries import Entries, day, listed, money, within, words
from register.ocds.facts import BidFacts
from register.ocds.fault import Notes, step
from register.ocds.parties import Parties, PartyFacts


def bids_told(body: Entries, parties: Parties, zone: tzinfo, notes: Notes) -> tuple[BidFacts, ...]:
    """Give the bidders of each bid, then the tenderers who are in no bid. A bid told twice word for word is one."""
    told = list(_bids(body, parties, zone, notes))
    seen = {(bid.party_id, bid.name) for bid in told}
    for position, tenderer in enumerate(listed(within(body, "tender"), "tenderers")):
        party = parties.party(tenderer, step("/tender/tenderers", position))
        if (party.party_id, party.name) not in seen:
            seen.add((party.party_id, party.name))
            told.append(_bid(len(listed(within(body, "bids"), "details")) + position, party))
    return tuple(told)


def _bids(body: Entries, parties: Parties, zone: tzinfo, notes: Notes) -> Iterator[BidFacts]:
    met: set[BidFacts] = set()
    for position, detail in enumerate(listed(within(body, "bids"), "details")):
        place = step("/bids/details", position)
        tenderers = listed(detail, "tenderers")
        if not tenderers:
            notes.add(place, "This bid does not say who made it; it was left out.")
        value, currency = money(detail, "value", place, notes)
        status = words(detail, "status", place, notes, 60).lower()
        submitted_on = day(detail, "date", place, zone, notes)
        for number, tenderer in enumerate(tenderers):
            party = parties.party(tenderer, step(step(place, "tenderers"), number))
            # Bids without an id are added again by every merge: the standard cannot tell that they are the same.
            alike = _bid(position if "id" in detail else -1, party, value, currency, status, submitted_on)
            if alike not in met:
                met.add(alike)
                yield alike if "id" in detail else replace(alike, position=position)


def _bid(
    position: int,
    party: PartyFacts,
    value: Decimal | None = None,
    currency: str | None = None,
    status: str = "",
    submitted_on: date | None = None,
) -> BidFacts:
    return BidFacts(
        position=position,
        party_id=party.party_id,
        name=party.name,
        scheme=party.scheme,
        number=party.number,
        value=value,
        currency=currency,
        status=status,
        submitted_on=submitted_on,
    )
