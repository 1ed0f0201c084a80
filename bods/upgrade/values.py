"""Old codes, dates, countries and addresses in the words of 0.4."""

from collections.abc import Mapping
from typing import Any

from bods.codelists import InterestType
from bods.upgrade.loss import Losses

Json = dict[str, Any]

_INTERESTS: Mapping[str, str] = {
    "influenceOrControl": InterestType.OTHER_INFLUENCE_OR_CONTROL,
    "settlorOfTrust": InterestType.SETTLOR,
    "trusteeOfTrust": InterestType.TRUSTEE,
    "protectorOfTrust": InterestType.PROTECTOR,
    "beneficiaryOfTrust": InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
    "otherInfluenceOrControlOfTrust": InterestType.OTHER_INFLUENCE_OR_CONTROL,
}
_YEAR, _MONTH, _DAY = len("2024"), len("2024-01"), len("2024-01-31")


def camel(code: str) -> str:
    """Write a code of 0.2 (voting-rights) as codes are written since 0.3 (votingRights)."""
    first, *others = code.split("-")
    return first + "".join(word.capitalize() for word in others)


def interest_type(code: str) -> str:
    """Give today's code of an old kind of interest; an unknown one comes back as it is."""
    return str(_INTERESTS.get(camel(code), camel(code)))


def full_date(old: Json, name: str, losses: Losses) -> str | None:
    """Give a field's date as a full one; a year or a month becomes its first day, as the standard's guidance allows."""
    text = old.get(name)
    if not isinstance(text, str):
        return None
    if len(text) in {_YEAR, _MONTH}:
        losses.tell(name, "Rounded to the first day, since 0.4 wants a full date here.")
        return f"{text}-01-01"[:_DAY]
    return text[:_DAY]


def named(old: object, losses: Losses) -> Json:
    """Give a country or jurisdiction with a name; one that has a code alone is named by it."""
    place = {"code": old} if isinstance(old, str) else dict(old) if isinstance(old, dict) else {}
    if "name" not in place and "code" in place:
        losses.tell("name", "The old file gives the code alone; it stands for the name too.")
        place = {"name": place["code"], **place}
    return place


def address(old: object, allowed: frozenset[str], losses: Losses) -> Json:
    """Give an address with its country as an object, and its type if 0.4 allows it for such a record."""
    new = dict(old) if isinstance(old, dict) else {}
    if "country" in new:
        new["country"] = named(new["country"], losses.at("country"))
    if "type" in new and str(new["type"]) not in allowed:
        losses.tell("type", "Left out: 0.4 knows no such kind of address here.")
        del new["type"]
    return new


def unspecified(old: object) -> Json:
    """Give the reason why something is not specified, its code in today's spelling."""
    new = dict(old) if isinstance(old, dict) else {}
    return new | {"reason": camel(new["reason"])} if isinstance(new.get("reason"), str) else new


def items(old: Json, name: str) -> list[Any]:
    """Give the members of a list field, none when it is missing or no list."""
    found = old.get(name)
    return found if isinstance(found, list) else []
