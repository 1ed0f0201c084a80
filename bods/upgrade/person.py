"""An old person as the details of a person record."""

from bods.codelists import AddressType, PersonType
from bods.upgrade.around import AROUND, IS_COMPONENT
from bods.upgrade.carrying import LEFT_OUT, Way, carried, each, read_elsewhere, same
from bods.upgrade.codes import ADDRESSES, MERGED_NAMES, NAMES
from bods.upgrade.dates import is_full_date, life_day
from bods.upgrade.exposure import EXPOSURE, political_exposure
from bods.upgrade.here import Here
from bods.upgrade.parts import unspecified, why_missing
from bods.upgrade.places import OF_BIRTH, OF_PERSONS, address_of, country, is_of_birth
from bods.upgrade.values import Json, Value

_TYPES = frozenset(map(str, PersonType))
_at_home, _at_birth = address_of(OF_PERSONS), address_of(OF_BIRTH)


def person(old: Json, here: Here) -> Json:
    """Give a person's details."""
    new = carried(old, _PERSON, here)
    new.setdefault("isComponent", False)
    if "personType" not in new:
        new["personType"] = _type_by_what_is_told(old, here)
    _addresses(old, new, here)
    political_exposure(old, new, here)
    why_missing(old, new, "unspecifiedPersonDetails", here)
    return new


def _type_by_what_is_told(old: Json, here: Here) -> str:
    described = any(old.get(field) for field in ("names", "identifiers"))
    here.tell(
        "personType",
        "The old file gives none that 0.4 knows: known when there is a name or a number, else unknown.",
    )
    return (PersonType.KNOWN_PERSON if described else PersonType.UNKNOWN_PERSON).value


def _person_type(old: Value, here: Here) -> Value:
    return old if isinstance(old, str) and old in _TYPES else LEFT_OUT


def _name(old: Value, here: Here) -> Value:
    if not isinstance(old, dict):
        return old
    new = carried(old, _NAME, here)
    if "fullName" in new:
        return new
    parts = [old[part] for part in _PARTS if isinstance(old.get(part), str)]
    if not parts:
        here.tell_it("Left out: 0.4 wants the full name, and here is no part of one.")
        return LEFT_OUT
    here.tell("fullName", "Put together from the parts: the old file gives no full name.")
    return {"fullName": " ".join(parts), **new}


def _kind_of_name(old: Value, here: Here) -> Value:
    code = NAMES.get(old) if isinstance(old, str) else None
    if code is None:
        here.tell_it("Left out: 0.4 knows no such kind of name.")
        return LEFT_OUT
    if old in MERGED_NAMES:
        here.tell_it(f"Written as {code}: 0.4 does not tell such names apart.")
    return code


def _addresses(old: Json, new: Json, here: Here) -> None:
    """Put homes and birthplaces where 0.4 has them: homes among the addresses, one birthplace in a field of its own."""
    given = old.get("addresses")
    if isinstance(given, list):
        moved_in = each(lambda address, there: _address(address, there, old, new, here))
        kept = moved_in(given, here.at("addresses"))
        if kept or not given:
            new["addresses"] = kept
    elif "addresses" in old:
        new["addresses"] = given
    here.move(("addresses",), ("addresses",))
    if "placeOfResidence" in old:
        _residence(old["placeOfResidence"], new, here)


def _address(given: Value, there: Here, old: Json, new: Json, here: Here) -> Value:
    if (
        isinstance(given, dict)
        and is_of_birth(given)
        and "placeOfBirth" not in old
        and "placeOfBirth" not in new
    ):
        moved = here.over(there.old[len(here.old) :], ("placeOfBirth",))
        new["placeOfBirth"] = _at_birth(given, moved)
        moved.move((), ())
        return LEFT_OUT
    return _at_home(given, there)


def _residence(given: Value, new: Json, here: Here) -> None:
    addresses = new.setdefault("addresses", [])
    if not isinstance(given, dict) or not isinstance(addresses, list):
        here.tell(
            "placeOfResidence",
            "Left out: it or the list of addresses is not of the form that the standard has.",
        )
        return
    there = here.over(("placeOfResidence",), ("addresses", len(addresses)))
    home = AddressType.RESIDENCE.value
    use = given.get("type", home)
    if not isinstance(use, str) or ADDRESSES.get(use) != home:
        there.tell("type", "Left out: 0.4 has one use for each address, and this is where somebody lives.")
    plain = {name: item for name, item in given.items() if name != "type"}
    addresses.append({"type": home, **_at_home(plain, there)})
    there.move((), ())


_PARTS = ("givenName", "patronymicName", "familyName")
_NAME = {"type": Way("type", _kind_of_name), **same("fullName", *_PARTS)}
_PERSON = {
    **AROUND,
    **IS_COMPONENT,
    **EXPOSURE,
    **read_elsewhere(("addresses", "placeOfResidence", "missingInfoReason")),
    **same("identifiers"),
    "personType": Way("personType", _person_type),
    "unspecifiedPersonDetails": Way("unspecifiedPersonDetails", unspecified),
    "names": Way("names", each(_name)),
    "nationalities": Way("nationalities", each(country)),
    "taxResidencies": Way("taxResidencies", each(country)),
    "placeOfBirth": Way("placeOfBirth", _at_birth),
    "birthDate": Way("birthDate", life_day, is_full_date),
    "deathDate": Way("deathDate", life_day, is_full_date),
}
