"""An old entity as the details of an entity record."""

from bods.codelists import EntitySubtype, EntityType
from bods.upgrade.around import AROUND, IS_COMPONENT
from bods.upgrade.carrying import Way, carried, each, read_elsewhere, same
from bods.upgrade.codes import ENTITY_TYPES, SUBTYPES_OF
from bods.upgrade.dates import day, is_full_date
from bods.upgrade.here import Here
from bods.upgrade.parts import unspecified, why_missing
from bods.upgrade.places import OF_ENTITIES, address_of, jurisdiction
from bods.upgrade.values import Json, Value, text_of


def entity(old: Json, here: Here, *, is_trust: bool) -> Json:
    """Give an entity's details. `is_trust` says that others in the file settled, hold or protect it."""
    new = carried(old, _ENTITY, here)
    new.setdefault("isComponent", False)
    new["entityType"] = _entity_type(old, here)
    if is_trust:
        _name_trust(new["entityType"], here)
    why_missing(old, new, "unspecifiedEntityDetails", here)
    return new


def _entity_type(old: Json, here: Here) -> Json:
    given, subtype = old.get("entityType"), old.get("entitySubtype")
    new: Json = {}
    if isinstance(subtype, dict):
        here.move(("entitySubtype",), ("entityType",))
        new = carried(subtype, _SUBTYPE, here.at("entitySubtype", "entityType"))
    elif "entitySubtype" in old:
        here.tell("entitySubtype", "Left out: it is not an object.")
    here.move(("entityType",), ("entityType", "type"))
    if isinstance(given, dict):
        # The form of 0.4 in an old statement.
        new = {**given, **new}
        given = given.get("type")
    if isinstance(given, str) and given in ENTITY_TYPES:
        new["type"] = given
    else:
        if isinstance(given, str):
            new.setdefault("details", given)
        new["type"] = EntityType.UNKNOWN_ENTITY.value
        here.tell(
            "entityType",
            "Written as unknown: 0.4 knows no such type. What it said is in the details, if none were there.",
        )
    if isinstance(subtype, dict):
        _narrow(subtype, new, here)
    return new


def _narrow(subtype: Json, new: Json, here: Here) -> None:
    if "generalCategory" not in subtype:
        return
    category = text_of(subtype, "generalCategory") or ""
    outer, _, code = category.rpartition("-")
    if code in SUBTYPES_OF[new["type"]]:
        new["subtype"] = code
        here.move(("entitySubtype", "generalCategory"), ("entityType", "subtype"))
        if outer in {"", new["type"]}:
            return
        sentence = "Taken as a subtype of entityType, though it names another type."
    else:
        sentence = "Left out: 0.4 knows no such subtype of this type."
    if category:
        new.setdefault("details", category)
    sentence += " What it said is in the details, if none were there."
    here.at("entitySubtype").tell("generalCategory", sentence)


def _name_trust(new: Json, here: Here) -> None:
    if "subtype" not in new and EntitySubtype.TRUST in SUBTYPES_OF[new["type"]]:
        new["subtype"] = EntitySubtype.TRUST.value
        here.tell("entityType", "Written as a trust, since the file names who settled, holds or protects it.")


def _statute(old: Value, here: Here) -> Value:
    return carried(old, _STATUTE, here) if isinstance(old, dict) else old


_STATUTE = {"date": Way("date", day, is_full_date), **same("name")}
_SUBTYPE = {"localTerm": Way("details"), **read_elsewhere(("generalCategory",))}
_ENTITY = {
    **AROUND,
    **IS_COMPONENT,
    **read_elsewhere(("entityType", "entitySubtype", "missingInfoReason")),
    **same("name", "alternateNames", "identifiers", "uri", "publicListing"),
    "unspecifiedEntityDetails": Way("unspecifiedEntityDetails", unspecified),
    "jurisdiction": Way("jurisdiction", jurisdiction),
    "incorporatedInJurisdiction": Way("jurisdiction", jurisdiction),
    "foundingDate": Way("foundingDate", day, is_full_date),
    "dissolutionDate": Way("dissolutionDate", day, is_full_date),
    "formedByStatute": Way("formedByStatute", _statute),
    "addresses": Way("addresses", each(address_of(OF_ENTITIES))),
}
