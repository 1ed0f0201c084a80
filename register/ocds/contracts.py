"""What was signed: contracts with their payments, amendments and milestones, and who has a part in them unsigned."""

from collections.abc import Iterator
from datetime import tzinfo
from decimal import Decimal

from register.ocds.entries import LONGEST_TEXT, Entries, day, listed, money, within, words
from register.ocds.facts import ContractFacts, Part, PartFacts
from register.ocds.fault import Notes, step
from register.ocds.parties import Parties
from register.ocds.reserved import reserved_for

#: Status of a milestone that was reached. Source: OCDS 1.1.5, codelist `milestoneStatus`.
MET = "met"


def contracts_told(body: Entries, zone: tzinfo, notes: Notes) -> tuple[ContractFacts, ...]:
    """Give each contract with what came of it; two under one id stay two."""
    return tuple(
        _contract(contract, step("/contracts", position), zone, notes)
        for position, contract in enumerate(listed(body, "contracts"))
    )


def _contract(contract: Entries, place: str, zone: tzinfo, notes: Notes) -> ContractFacts:
    value, currency = money(contract, "value", place, notes)
    milestones = [*_milestones(contract), *_milestones(within(contract, "implementation"))]
    return ContractFacts(
        contract_id=words(contract, "id", place, notes),
        award_id=words(contract, "awardID", place, notes),
        title=words(contract, "title", place, notes, LONGEST_TEXT),
        status=words(contract, "status", place, notes, 60).lower(),
        signed_on=day(contract, "dateSigned", place, zone, notes),
        ends_on=day(within(contract, "period"), "endDate", step(place, "period"), zone, notes),
        value=value,
        currency=currency,
        reserved_for=reserved_for(contract, place, notes),
        paid=_paid(contract, place, currency, notes),
        amended=len(listed(contract, "amendments")),
        milestones=len(milestones),
        met=sum(each.get("status") == MET for each in milestones),
    )


def _milestones(held: Entries) -> list[Entries]:
    return [each for each in listed(held, "milestones") if isinstance(each, dict)]


def _transactions(contract: Entries, place: str) -> Iterator[tuple[str, Entries]]:
    place = step(step(place, "implementation"), "transactions")
    for position, each in enumerate(listed(within(contract, "implementation"), "transactions")):
        if isinstance(each, dict):
            yield step(place, position), each


def _paid(contract: Entries, place: str, currency: str | None, notes: Notes) -> Decimal | None:
    """Add up the payments made in the contract's own currency; amounts are never added across currencies."""
    told = [money(each, "value", where, notes) for where, each in _transactions(contract, place)]
    sums = [amount for amount, in_what in told if amount is not None and in_what == currency]
    return sum(sums, Decimal(0)) if sums else None


def parts_told(body: Entries, parties: Parties) -> tuple[PartFacts, ...]:
    """Give who is paid under each contract, and who is named as a subcontractor; each part once."""
    return tuple(dict.fromkeys((*_payees(body, parties), *_subcontractors(body, parties))))


def _payees(body: Entries, parties: Parties) -> Iterator[PartFacts]:
    for position, contract in enumerate(listed(body, "contracts")):
        place = step("/contracts", position)
        for where, transaction in _transactions(contract, place):
            payee = transaction.get("payee")
            if isinstance(payee, dict):
                yield _part(
                    words(contract, "id", place, Notes()), Part.PAYEE, payee, step(where, "payee"), parties
                )


def _subcontractors(body: Entries, parties: Parties) -> Iterator[PartFacts]:
    for position, party in enumerate(listed(body, "parties")):
        roles = listed(party, "roles") if isinstance(party, dict) else []
        if Part.SUBCONTRACTOR in roles:
            yield _part("", Part.SUBCONTRACTOR, party, step("/parties", position), parties)


def _part(contract_id: str, part: Part, reference: Entries, place: str, parties: Parties) -> PartFacts:
    party = parties.party(reference, place)
    return PartFacts(
        contract_id=contract_id,
        part=str(part),
        party_id=party.party_id,
        name=party.name,
        scheme=party.scheme,
        number=party.number,
        pointer=place,
    )
