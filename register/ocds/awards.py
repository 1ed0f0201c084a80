"""Who won: from the awards, and from contracts whose award is not told."""

from collections.abc import Iterator
from datetime import tzinfo

from register.ocds.entries import LONGEST_TEXT, Entries, day, listed, money, words
from register.ocds.facts import AwardFacts, AwardStatus
from register.ocds.fault import Notes, step
from register.ocds.parties import Parties, PartyFacts

#: A signed contract says that its award was made. Source: OCDS 1.1.5, codelist `contractStatus`.
_SIGNED = ("active", "terminated")
_NOBODY = PartyFacts("", "", "", "")


def awards_told(body: Entries, parties: Parties, zone: tzinfo, notes: Notes) -> tuple[AwardFacts, ...]:
    """Give each supplier of each award. A contract with nobody of whom an award speaks stands for its own award."""
    contracts = listed(body, "contracts")
    told = dict.fromkeys(
        fact
        for position, award in enumerate(listed(body, "awards"))
        for fact in _award(award, step("/awards", position), contracts, parties, zone, notes)
    )
    known = {award.award_id for award in told if award.award_id}
    winners = {(award.scheme, award.number, award.name) for award in told}
    for position, contract in enumerate(contracts):
        if words(contract, "awardID", "", Notes()) in known:
            continue
        for fact in _contract(contract, step("/contracts", position), parties, zone, notes):
            # Makueni's portal points to another form than the award: the contractor tells whose award it is.
            if (fact.scheme, fact.number, fact.name) not in winners:
                told.setdefault(fact)
    return tuple(told)


def _award(
    award: Entries, place: str, contracts: list[Entries], parties: Parties, zone: tzinfo, notes: Notes
) -> Iterator[AwardFacts]:
    award_id = words(award, "id", place, notes)
    status = words(award, "status", place, notes, 60).lower()
    if not status and any(_signs(contract, award_id) for contract in contracts):
        status = str(AwardStatus.ACTIVE)
    value, currency = money(award, "value", place, notes)
    for party in _suppliers(award, place, parties, notes):
        yield AwardFacts(
            award_id=award_id,
            title=words(award, "title", place, notes, LONGEST_TEXT),
            name=party.name,
            scheme=party.scheme,
            number=party.number,
            value=value,
            currency=currency,
            status=status,
            awarded_on=day(award, "date", place, zone, notes),
        )


def _suppliers(award: Entries, place: str, parties: Parties, notes: Notes) -> Iterator[PartyFacts]:
    suppliers = listed(award, "suppliers")
    for position, supplier in enumerate(suppliers):
        yield parties.party(supplier, step(step(place, "suppliers"), position))
    if not suppliers:
        if award.get("status") == AwardStatus.ACTIVE:
            notes.add(place, "This award is active and names no supplier.")
        yield _NOBODY


def _signs(contract: Entries, award_id: str) -> bool:
    signed = words(contract, "status", "", Notes()).lower() in _SIGNED
    return bool(award_id) and signed and words(contract, "awardID", "", Notes()) == award_id


def _contract(
    contract: Entries, place: str, parties: Parties, zone: tzinfo, notes: Notes
) -> Iterator[AwardFacts]:
    named = [(step(place, "contractor"), contract["contractor"])] if contract.get("contractor") else []
    more = step(place, "suppliers")
    named += [(step(more, position), each) for position, each in enumerate(listed(contract, "suppliers"))]
    if not named:
        notes.add(
            place, "This contract belongs to no award here and names nobody, so nothing tells whose it is."
        )
    value, currency = money(contract, "value", place, notes)
    status = words(contract, "status", place, notes, 60).lower()
    for where, reference in named:
        party = parties.party(reference, where)
        yield AwardFacts(
            award_id=words(contract, "awardID", place, notes) or words(contract, "id", place, notes),
            title=words(contract, "title", place, notes, LONGEST_TEXT),
            name=party.name,
            scheme=party.scheme,
            number=party.number,
            value=value,
            currency=currency,
            status=str(AwardStatus.ACTIVE) if status in _SIGNED else status,
            awarded_on=day(contract, "dateSigned", place, zone, notes),
        )
