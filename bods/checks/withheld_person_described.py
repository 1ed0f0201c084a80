"""A record that withholds who a person is tells nothing by which the person could be known.

Why: each such field narrows down who it is, and several together may tell it.
Source: BODS 0.4, `anonymousPerson`; the official checker does not ask. Nationalities and the country of an address are
good: they are what registers publish of protected persons.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_TELLING = (
    "names", "identifiers", "birthDate", "deathDate", "placeOfBirth", "taxResidencies"
)  # fmt: skip
_OF_ADDRESS = ("address", "postCode")
_SENTENCE = "The person is withheld, and this field says something by which the person could be known."


def find(kind: str, _: str, about: About) -> Found:
    if kind != "anonymousPerson":
        return NOTHING
    return [Problem(f"/recordDetails/{field}", _SENTENCE) for field in _told(about.details)]


def _told(details: Mapping[str, Any]) -> list[str]:
    fields = [field for field in _TELLING if details.get(field)]
    fields += [
        f"addresses/{place}/{field}"
        for place, address in enumerate(details.get("addresses", ()))
        for field in _OF_ADDRESS
        if address.get(field)
    ]
    if details.get("politicalExposure", {}).get("details"):
        fields.append("politicalExposure/details")
    return fields


CHECK = FieldCheck(
    severity=Severity.LOOK,
    remedy="Take the field out of the record, or call the person known.",
    asks=(Ask("person", ("personType",)),),
    find=find,
)
