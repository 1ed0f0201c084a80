"""Countries, jurisdictions and addresses as 0.4 writes them."""

from collections.abc import Callable

from bods.codelists import AddressType
from bods.upgrade.carrying import LEFT_OUT, Convert, Way, carried
from bods.upgrade.codes import ADDRESSES
from bods.upgrade.countries import country_name, jurisdiction_name
from bods.upgrade.here import Here
from bods.upgrade.values import Json, Value

#: The uses of an address that 0.4 knows for an entity, for a person, and for where somebody was born.
OF_ENTITIES = frozenset(map(str, (AddressType.REGISTERED, AddressType.BUSINESS, AddressType.ALTERNATIVE)))
OF_PERSONS = frozenset(map(str, (AddressType.RESIDENCE, AddressType.SERVICE, AddressType.ALTERNATIVE)))
OF_BIRTH = frozenset({AddressType.PLACE_OF_BIRTH.value})

_COUNTRY_CODE = len("KE")


def country(old: Value, here: Here) -> Value:
    """Give a country as an object with a name; until 0.3 an address gave the code alone, as text."""
    if isinstance(old, str) and len(old) == _COUNTRY_CODE:
        return _named({"code": old}, here, country_name)
    if isinstance(old, str):
        here.tell_it("Written as the country's name, since a code has two letters.")
        return {"name": old}
    return _named(old, here, country_name)


def jurisdiction(old: Value, here: Here) -> Value:
    """Give a jurisdiction with a name; until 0.2 it might have a code alone."""
    return _named({"code": old} if isinstance(old, str) else old, here, jurisdiction_name)


def _named(old: Value, here: Here, name_of: Callable[[str], str | None]) -> Value:
    if not isinstance(old, dict) or "name" in old or not isinstance(old.get("code"), str):
        return old
    name = name_of(old["code"])
    if name is None:
        here.tell(
            "name", "The code stands for the name too: it is the code of no country and of no part of one."
        )
    return {"name": name or old["code"], **old}


def address_of(uses: frozenset[str]) -> Convert:
    """Give what upgrades an address of one kind of record, by the uses that 0.4 knows there."""

    def address(old: Value, here: Here) -> Value:
        if not isinstance(old, dict):
            return old
        return carried(old, ways, here)

    def use(old: Value, here: Here) -> Value:
        new = ADDRESSES.get(old) if isinstance(old, str) else None
        if new in uses:
            return new
        here.tell_it("Left out: 0.4 does not know this use of an address here.")
        return LEFT_OUT

    ways = {"type": Way("type", use), "country": Way("country", country)}
    return address


def is_of_birth(address: Json) -> bool:
    """Say whether an old address is the place where somebody was born."""
    code = address.get("type")
    return isinstance(code, str) and ADDRESSES.get(code) in OF_BIRTH
