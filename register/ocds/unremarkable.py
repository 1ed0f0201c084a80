"""Whether anything about a release would be remarked upon: of most there is nothing, which a schema in C tells at once.

It is stricter than it need be: what fits is read without a word, and what does not is gone through step by step.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain
from typing import Any

import jsonschema_rs

from register.ocds.entries import LONGEST_TEXT, Entries, listed, within
from register.ocds.fault import Notes
from register.ocds.releases import instant
from register.ocds.reserved import reserved_for
from register.ocds.schema import RELEASE, Shape

#: Shorter than all limits but those named below, also when written in capitals, which may be longer.
_SHORT = {"maxLength": 50}
_DAY = {
    "pattern": "^(195[1-9]|19[6-9][0-9]|20[0-9]{2}|21[0-3][0-9])-"
    "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{3}|\.[0-9]{6})?(Z|[+-](0[0-9]|1[0-2]):[0-5][0-9])?)?$"
}
_LETTER = r"\S"
_ENTRY: Shape = {"maxLength": 200, "minimum": -(2**62), "maximum": 2**62}
#: What is asked of an entry by its name, or by the name of what it stands in and its own.
_ASKED: Mapping[str | tuple[str, str], Shape] = {
    "id": _SHORT,
    "scheme": {**_SHORT, "type": "string", "pattern": _LETTER},
    "identifier": {"dependentRequired": {"id": ["scheme"]}},
    "additionalIdentifiers": {"dependentRequired": {"id": ["scheme"]}},
    "status": _SHORT,
    "type": _SHORT,
    "procurementMethod": _SHORT,
    "title": {"maxLength": LONGEST_TEXT},
    ("tender", "description"): {"maxLength": LONGEST_TEXT},
    ("awards", "description"): {},
    ("awards", "date"): _DAY,
    ("details", "date"): _DAY,
    "startDate": _DAY,
    "endDate": _DAY,
    "dateSigned": _DAY,
    "value": {"dependentRequired": {"amount": ["currency"]}},
    "amount": {"minimum": 0, "maximum": 10**17},
    "currency": {"type": "string", "pattern": "^[A-Za-z]{3}$"},
    "parties": {"required": ["id"]},
    ("parties", "id"): {**_SHORT, "type": ["string", "integer"], "pattern": _LETTER},
    "details": {"required": ["tenderers"]},
    ("details", "tenderers"): {"type": "array", "minItems": 1},
    "awards": {"required": ["suppliers"]},
    ("awards", "suppliers"): {"type": "array", "minItems": 1},
}


def _strict(shape: Shape, name: str, within_name: str) -> dict[str, Any]:
    """A shape with what is asked besides. Each demand concerns one type alone: of a list, and of its members."""
    asked = _ASKED.get((within_name, name), _ASKED.get(name, {}))
    strict: dict[str, Any] = {**_ENTRY, **shape, **asked}
    if "properties" in shape:
        strict["properties"] = {
            each: _strict(inner, each, name) for each, inner in shape["properties"].items()
        }
    if "items" in shape:
        strict["items"] = {**_strict(shape["items"], name, within_name), "type": shape["items"]["type"]}
    return strict


_STRICT = jsonschema_rs.validator_for(_strict(RELEASE, "", ""))


def is_unremarkable(release: Entries) -> bool:
    """Whether a release is sound as it stands, and nothing read in it deserves a note."""
    return (
        _STRICT.is_valid(release)
        and _refers_to_parties(release)
        and _ends_after_it_begins(within(within(release, "tender"), "tenderPeriod"))
        and not any(map(_is_too_fine, _worth(release)))
        and _contracts_are_somebodys(release)
        and _reserves_for_known_groups(release)
    )


def _refers_to_parties(release: Entries) -> bool:
    known = {party["id"] for party in listed(release, "parties")}
    return known.issuperset([reference.get("id") for reference in _references(release)])


def _references(release: Entries) -> Iterator[Entries]:
    yield from listed(within(release, "tender"), "tenderers")
    for bid in _bids(release):
        yield from bid["tenderers"]
    for award in listed(release, "awards"):
        yield from award["suppliers"]
    for contract in listed(release, "contracts"):
        yield from _contractors(contract)
        yield from (each["payee"] for each in _transactions(contract) if each.get("payee") is not None)


def _bids(release: Entries) -> list[Entries]:
    return listed(within(release, "bids"), "details")


def _transactions(contract: Entries) -> list[Entries]:
    return listed(within(contract, "implementation"), "transactions")


def _contractors(contract: Entries) -> Iterator[Entries]:
    if contractor := within(contract, "contractor"):
        yield contractor
    yield from listed(contract, "suppliers")


def _ends_after_it_begins(period: Entries) -> bool:
    begins, ends = instant(period.get("startDate") or ""), instant(period.get("endDate") or "")
    return begins is None or ends is None or begins <= ends


def _worth(release: Entries) -> Iterator[Entries]:
    """What may have a value in money."""
    contracts = listed(release, "contracts")
    paid = chain.from_iterable(map(_transactions, contracts))
    return chain(_bids(release), listed(release, "awards"), contracts, paid)


def _is_too_fine(held: Entries) -> bool:
    """Whether its amount has more decimals than money may have."""
    value = held.get("value")
    amount = value.get("amount") if value else None
    return type(amount) is Decimal and int(amount.as_tuple().exponent) < -6


def _contracts_are_somebodys(release: Entries) -> bool:
    awards = {award.get("id") for award in listed(release, "awards")}
    return all(
        _is_known(contract.get("awardID"), awards) or any(_contractors(contract))
        for contract in listed(release, "contracts")
    )


def _is_known(award_id: str | int | None, awards: set[str | int | None]) -> bool:
    return award_id in awards and bool(str(award_id or "").strip())


def _reserves_for_known_groups(release: Entries) -> bool:
    notes = Notes()
    for each in (within(release, "tender"), *listed(release, "contracts")):
        if "targetGroup" in each:
            reserved_for(each, "", notes)
    return not notes.met
