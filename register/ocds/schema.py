"""The part of OCDS that the register reads, with its merge rules; facts of the standard, said in our own words.

Sources: OCDS 1.1.5, release schema (types, `omitWhenMerged`, `wholeListMerge`); bid extension 1.1.5;
`contractor` of a contract, target groups and locations as Makueni's portal publishes them.
"""

from collections.abc import Mapping
from typing import Any

Shape = Mapping[str, Any]

TEXT: Shape = {"type": ["string", "null"]}
NUMBER: Shape = {"type": ["number", "null"]}
#: The standard lets an `id` be a number here and there.
ID: Shape = {"type": ["string", "integer", "null"]}


def _object(**properties: Shape) -> Shape:
    return {"type": ["object", "null"], "properties": properties}


def _list(items: Shape, *, whole: bool = False) -> Shape:
    """A list that is merged member by member, or replaced as a whole."""
    return {"type": ["array", "null"], "items": items, **({"wholeListMerge": True} if whole else {})}


def _one(**properties: Shape) -> Shape:
    """A member of a list: null is no member."""
    return {"type": "object", "properties": properties}


_IDENTIFIER = {"scheme": TEXT, "id": ID, "legalName": TEXT}
_PARTY = {
    "id": ID,
    "name": TEXT,
    "identifier": _object(**_IDENTIFIER),
    "additionalIdentifiers": _list(_one(**_IDENTIFIER), whole=True),
}
_REFERENCE = _PARTY
_CONTACT = _object(telephone=TEXT, email=TEXT)
_ADDRESS = _object(streetAddress=TEXT, locality=TEXT, postalCode=ID, region=TEXT)
#: One word in Makueni's portal where the extension's later wording has a list.
_GROUPS: Shape = {"type": ["string", "array", "null"], "items": {"type": "string"}, "wholeListMerge": True}
_VALUE = _object(amount=NUMBER, currency=TEXT)
_PERIOD = _object(startDate=TEXT, endDate=TEXT)
_CHANGES = _list(_one(), whole=True)
_KIND = _object(scheme=TEXT, id=ID)
_ITEMS = _list(
    _one(id=ID, classification=_KIND, additionalClassifications=_list(_one(scheme=TEXT, id=ID), whole=True))
)
_AMENDED: dict[str, Shape] = {
    "items": _ITEMS,
    "amendment": _object(changes=_CHANGES),
    "amendments": _list(_one(id=ID, changes=_CHANGES)),
}
_TRANSACTION = _one(id=ID, value=_VALUE, payer=_object(**_REFERENCE), payee=_object(**_REFERENCE))
_MILESTONES = _list(_one(id=ID, status=TEXT))

RELEASE: Shape = {
    "type": "object",
    "properties": {
        "ocid": TEXT,
        "id": {**ID, "omitWhenMerged": True},
        "date": {**TEXT, "omitWhenMerged": True},
        "tag": {**_list({"type": "string"}), "omitWhenMerged": True},
        "parties": _list(
            _one(**_PARTY, contactPoint=_CONTACT, address=_ADDRESS, roles=_list({"type": "string"}))
        ),
        "buyer": _object(**_REFERENCE),
        "tender": _object(
            id=ID,
            title=TEXT,
            description=TEXT,
            status=TEXT,
            procurementMethod=TEXT,
            value=_VALUE,
            tenderPeriod=_PERIOD,
            procuringEntity=_object(**_REFERENCE),
            tenderers=_list(_one(**_REFERENCE)),
            targetGroup=_GROUPS,
            locations=_list(_one(id=ID, type=TEXT, description=TEXT)),
            **_AMENDED,
        ),
        "bids": _object(
            details=_list(
                _one(
                    id=ID,
                    status=TEXT,
                    date=TEXT,
                    value=_VALUE,
                    tenderers=_list(_one(**_REFERENCE)),
                    items=_ITEMS,
                )
            ),
            statistics=_list(_one(id=ID)),
        ),
        "awards": _list(
            _one(
                id=ID,
                title=TEXT,
                description=TEXT,
                status=TEXT,
                date=TEXT,
                value=_VALUE,
                suppliers=_list(_one(**_REFERENCE)),
                **_AMENDED,
            )
        ),
        "contracts": _list(
            _one(
                id=ID,
                awardID=ID,
                title=TEXT,
                status=TEXT,
                dateSigned=TEXT,
                period=_PERIOD,
                value=_VALUE,
                targetGroup=_GROUPS,
                milestones=_MILESTONES,
                contractor=_object(**_REFERENCE),
                suppliers=_list(_one(**_REFERENCE)),
                implementation=_object(transactions=_list(_TRANSACTION), milestones=_MILESTONES),
                relatedProcesses=_list(_one(id=ID, relationship=_list({"type": "string"}))),
                **_AMENDED,
            )
        ),
        "relatedProcesses": _list(_one(id=ID, relationship=_list({"type": "string"}))),
    },
}
