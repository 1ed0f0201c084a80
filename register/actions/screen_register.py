"""Ask of the whole register at once which bidders have an owner in common, whatever tender they met in."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from register.bulk.shared_owners import Bid, Edge, SharedOwner, shared_owners
from register.graph.building import picture_of
from register.graph.holdings import holdings_of
from register.graph.picture import PartyKind, Picture
from register.graph.process import Process
from register.jurisdictions import Jurisdiction
from register.store import contracts, identities, statements
from register.store.told_process import process_of


def screen_register(session: Session, *, jurisdiction: Jurisdiction, today: date) -> tuple[SharedOwner, ...]:
    """Every pair of bidders that one person owns, as declared for today, with names in place of keys. Saves nothing."""
    told = statements.everything(session)
    known = identities.identities_of(session, {each.record_id for each in told})
    processes = [process_of(contracts.process(session, ocid)) for ocid in contracts.ocids(session)]

    everybody = {(bid.scheme, bid.id): bid for process in processes for bid in process.bids if bid.id}
    named = {number: f"bidder {place}" for place, number in enumerate(everybody)}
    together = tuple(replace(bid, party=named[number]) for number, bid in everybody.items())
    picture = picture_of(Process("", "", bids=together), told, identities=known, as_of=today)
    placed = picture.process.bids if picture.process else ()
    keys = dict(zip(everybody, (bid.party for bid in placed), strict=True))
    bids = {
        Bid(process.ocid, keys[bid.scheme, bid.id]) for process in processes for bid in process.bids if bid.id
    }
    found = shared_owners(_edges(picture), bids, threshold=float(jurisdiction.owner_threshold))

    return tuple(
        _with_names(each, picture) for each in found if picture.parties[each.owner].kind is PartyKind.PERSON
    )


def _edges(picture: Picture) -> list[Edge]:
    return [
        Edge(holding.holder, holding.held, float(holding.shares.low) / 100, float(holding.shares.high) / 100)
        for holding in holdings_of(picture)
        if holding.shares is not None
    ]


def _with_names(found: SharedOwner, picture: Picture) -> SharedOwner:
    return replace(
        found,
        owner=picture.name(found.owner),
        first=picture.name(found.first),
        second=picture.name(found.second),
    )
