"""Bids and contracts in the words of a picture: under which party key each bidder stands, and what it declared."""

from collections.abc import Mapping
from dataclasses import replace

from register.graph.joining import plain
from register.graph.picture import Declared, Party, PartyKind
from register.graph.process import Bid, Contract, Paid
from register.ocds.numbers import is_number


def own_key(named: Bid | Paid) -> str:
    """Give the key of a bidder that is nobody known: its number, else the publisher's own id."""
    # Whoever has no number may write "N/A": all who do are not one.
    if named.scheme and is_number(named.id):
        return f"{plain(named.scheme)}:{plain(named.id)}"
    return f"bid:{named.party}"


def with_parties(
    contract: Contract, by_number: Mapping[tuple[str, str], Party], keys: Mapping[str, str]
) -> Contract:
    """Say who has a part in a contract by party key; somebody the picture does not show keeps a key of their own."""
    paid = []
    for each in contract.paid:
        known = by_number.get((plain(each.scheme), plain(each.id)))
        bidding = keys.get(each.party)
        paid.append(replace(each, party=known.key if known else bidding or own_key(each)))
    return replace(contract, paid=tuple(paid))


def undeclared(bid: Bid) -> Party:
    """Give the party of a bidder of whom nothing is declared."""
    given = ((bid.scheme, bid.id),) if bid.scheme and bid.id else ()
    return Party(own_key(bid), PartyKind.ENTITY, bid.name, identifiers=given)


def with_declaration(bid: Bid, days: Mapping[str, Declared]) -> Bid:
    """Put the declaration that speaks for the day beside a bid; `days` are by party key."""
    told = days.get(bid.party)
    return bid if told is None else replace(bid, declared_on=told.on, declaration=told.reference or None)
