"""The codes of BODS 0.1, 0.2 and 0.3 in the words of 0.4.

Source: the `enum`s of the official schemas 0.1, 0.2 and 0.3, and the standard's changelog. Up to 0.2 the codes of
interests and reasons are written with dashes (voting-rights), since 0.3 without (votingRights); both are read in every
version.
"""

import re
from collections.abc import Mapping

from bods.codelists import (
    AddressType,
    Code,
    EntitySubtype,
    EntityType,
    InterestType,
    NameType,
    UnspecifiedReason,
)


def dashed(code: str) -> str:
    """Write a code of today as codes were written up to 0.2."""
    return re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", code)


def _spelt(codes: type[Code], renamed: Mapping[str, Code]) -> dict[str, str]:
    known: dict[str, str] = {}
    for new in codes:
        known[str(new)] = known[dashed(new)] = str(new)
    return known | {old: str(new) for old, new in renamed.items()}


#: Every kind of interest that any version knew.
INTERESTS: Mapping[str, str] = _spelt(
    InterestType,
    {
        "influence-or-control": InterestType.OTHER_INFLUENCE_OR_CONTROL,
        "other-influence-or-control-of-trust": InterestType.OTHER_INFLUENCE_OR_CONTROL,
        "settlor-of-trust": InterestType.SETTLOR,
        "trustee-of-trust": InterestType.TRUSTEE,
        "protector-of-trust": InterestType.PROTECTOR,
        "beneficiary-of-trust": InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
        "rights-to-surplus-assets": InterestType.RIGHTS_TO_SURPLUS_ASSETS_ON_DISSOLUTION,
    },
)

#: Old kinds of interest that only a trust can be the subject of.
IN_TRUSTS = frozenset(
    {
        *(code for code in INTERESTS if code.endswith("-of-trust")),
        InterestType.SETTLOR.value,
        InterestType.TRUSTEE.value,
        InterestType.PROTECTOR.value,
    }
)

REASONS: Mapping[str, str] = _spelt(UnspecifiedReason, {})

#: "individual" was the ordinary name; 0.1 told other names apart that 0.2 made one.
NAMES: Mapping[str, str] = _spelt(
    NameType,
    {
        "individual": NameType.LEGAL,
        "alias": NameType.ALTERNATIVE,
        "aka": NameType.ALTERNATIVE,
        "nick": NameType.ALTERNATIVE,
    },
)
MERGED_NAMES = frozenset({"alias", "aka", "nick"})

ADDRESSES: Mapping[str, str] = _spelt(AddressType, {"home": AddressType.RESIDENCE})

ENTITY_TYPES = frozenset(map(str, EntityType))

#: Until 0.3 a subtype was written behind its type: stateBody-stateAgency.
SUBTYPES = frozenset(map(str, EntitySubtype))

#: Which subtypes 0.4 knows for each type of entity. Source: BODS 0.4, `entity-record.json`, if and then.
SUBTYPES_OF: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(ENTITY_TYPES, frozenset({EntitySubtype.OTHER.value})),
    EntityType.ARRANGEMENT.value: frozenset(
        map(str, (EntitySubtype.TRUST, EntitySubtype.NOMINATION, EntitySubtype.OTHER))
    ),
    EntityType.LEGAL_ENTITY.value: frozenset(map(str, (EntitySubtype.TRUST, EntitySubtype.OTHER))),
    EntityType.STATE_BODY.value: frozenset(
        map(str, (EntitySubtype.GOVERNMENT_DEPARTMENT, EntitySubtype.STATE_AGENCY, EntitySubtype.OTHER))
    ),
}
