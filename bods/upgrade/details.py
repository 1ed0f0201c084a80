"""The details of an old statement as the `recordDetails` of 0.4. Fields that kept name and form are taken as they are."""

from collections.abc import Iterable, Mapping

from bods.codelists import AddressType, EntityType, InterestType, PepStatus
from bods.upgrade.loss import Losses
from bods.upgrade.values import Json, address, full_date, interest_type, items, named, unspecified

#: Fields of every old statement that the statement of 0.4 takes, or that the upgrade itself reads.
_STATEMENT_FIELDS = frozenset(
    {
        "statementID",
        "statementType",
        "statementDate",
        "isComponent",
        "publicationDetails",
        "source",
        "annotations",
        "replacesStatements",
    }
)
_ENTITY_ADDRESSES = frozenset({AddressType.REGISTERED, AddressType.BUSINESS, AddressType.ALTERNATIVE})
_PERSON_ADDRESSES = frozenset({AddressType.RESIDENCE, AddressType.SERVICE, AddressType.ALTERNATIVE})
_BIRTHPLACE = frozenset({AddressType.PLACE_OF_BIRTH})


def entity(old: Json, losses: Losses) -> Json:
    """Give an entity's details."""
    new = _same(
        old, ("unspecifiedEntityDetails", "name", "alternateNames", "identifiers", "uri", "publicListing")
    )
    new["isComponent"] = old.get("isComponent", False)
    new["entityType"] = _entity_type(old)
    if "unspecifiedEntityDetails" in new:
        new["unspecifiedEntityDetails"] = unspecified(new["unspecifiedEntityDetails"])
    for name in ("incorporatedInJurisdiction", "jurisdiction"):
        if name in old:
            new["jurisdiction"] = named(old[name], losses.at(name))
    _dates(old, new, ("foundingDate", "dissolutionDate"), losses)
    if isinstance(old.get("formedByStatute"), dict):
        statute = dict(old["formedByStatute"])
        _dates(statute, statute, ("date",), losses.at("formedByStatute"))
        new["formedByStatute"] = statute
    _addresses(old, new, _ENTITY_ADDRESSES, losses)
    _tell_left_out(old, new, {"entitySubtype", "incorporatedInJurisdiction"}, losses)
    return new


def _entity_type(old: Json) -> Json:
    new: Json = {"type": old.get("entityType", EntityType.UNKNOWN_ENTITY.value)}
    subtype = old.get("entitySubtype")
    if isinstance(subtype, dict):
        if isinstance(subtype.get("generalCategory"), str):
            new["subtype"] = subtype["generalCategory"].rpartition("-")[2]
        if "localTerm" in subtype:
            new["details"] = subtype["localTerm"]
    return new


def person(old: Json, losses: Losses) -> Json:
    """Give a person's details."""
    new = _same(old, ("personType", "unspecifiedPersonDetails", "identifiers", "politicalExposure"))
    new["isComponent"] = old.get("isComponent", False)
    if "unspecifiedPersonDetails" in new:
        new["unspecifiedPersonDetails"] = unspecified(new["unspecifiedPersonDetails"])
    new["names"] = [_name(name, losses.at("names", place)) for place, name in enumerate(items(old, "names"))]
    for field in ("nationalities", "taxResidencies"):
        countries = [named(each, losses.at(field, place)) for place, each in enumerate(items(old, field))]
        if countries:
            new[field] = countries
    for field in ("birthDate", "deathDate"):
        if isinstance(old.get(field), str):
            new[field] = old[field][: len("2024-01-31")]
    if "placeOfBirth" in old:
        new["placeOfBirth"] = address(old["placeOfBirth"], _BIRTHPLACE, losses.at("placeOfBirth"))
    _addresses(old, new, _PERSON_ADDRESSES, losses)
    if "placeOfResidence" in old:
        home = address(old["placeOfResidence"], _PERSON_ADDRESSES, losses.at("placeOfResidence"))
        new.setdefault("addresses", []).append({"type": AddressType.RESIDENCE.value} | home)
    _political_exposure(old, new, losses)
    _tell_left_out(old, new, {"placeOfResidence", "hasPepStatus", "pepStatusDetails"}, losses)
    return new


def _name(old: object, losses: Losses) -> Json:
    new = dict(old) if isinstance(old, dict) else {}
    if new.get("type") == "individual":
        new["type"] = "legal"
    if "fullName" not in new:
        losses.tell("fullName", "The old file gives no full name; it is put together from the parts.")
        new["fullName"] = " ".join(str(new[part]) for part in ("givenName", "familyName") if part in new)
    return new


def _political_exposure(old: Json, new: Json, losses: Losses) -> None:
    if "hasPepStatus" in old:
        status = PepStatus.IS_PEP if old["hasPepStatus"] else PepStatus.IS_NOT_PEP
        new["politicalExposure"] = {"status": status.value}
        if items(old, "pepStatusDetails"):
            new["politicalExposure"]["details"] = items(old, "pepStatusDetails")
    exposure = new.get("politicalExposure")
    if isinstance(exposure, dict):
        details = [dict(each) for each in items(exposure, "details") if isinstance(each, dict)]
        for place, detail in enumerate(details):
            inner = losses.at("politicalExposure", "details", place)
            _dates(detail, detail, ("startDate", "endDate"), inner)
            if "jurisdiction" in detail:
                detail["jurisdiction"] = named(detail["jurisdiction"], inner.at("jurisdiction"))
        new["politicalExposure"] = exposure | ({"details": details} if details else {})


def relationship(old: Json, losses: Losses, record_ids: Mapping[str, str]) -> Json:
    """Give a relationship's details; `record_ids` tells by statement id which record an old statement describes."""
    new: Json = {"isComponent": old.get("isComponent", False)}
    components = [record_ids.get(str(each), str(each)) for each in items(old, "componentStatementIDs")]
    if components:
        new["componentRecords"] = list(dict.fromkeys(components))
    for field in ("subject", "interestedParty"):
        new[field] = _party(old.get(field), record_ids)
    if "interests" in old:
        interests = enumerate(items(old, "interests"))
        new["interests"] = [_interest(each, losses.at("interests", place)) for place, each in interests]
    _tell_left_out(old, new, {"componentStatementIDs"}, losses)
    return new


def party_id(old: object) -> str | None:
    """Give the statement id by which an old relationship names a party, None when it is unspecified."""
    if not isinstance(old, dict):
        return None
    found = old.get("describedByEntityStatement", old.get("describedByPersonStatement"))
    return found if isinstance(found, str) else None


def _party(old: object, record_ids: Mapping[str, str]) -> object:
    statement_id = party_id(old)
    if statement_id is not None:
        return record_ids.get(statement_id, statement_id)
    return unspecified(old.get("unspecified") if isinstance(old, dict) else None)


def _interest(old: object, losses: Losses) -> Json:
    given = old if isinstance(old, dict) else {}
    new = _same(given, ("type", "directOrIndirect", "beneficialOwnershipOrControl", "details"))
    if "type" in new:
        new["type"] = interest_type(str(new["type"]))
        if new["type"] not in set(InterestType):
            losses.tell("type", "Left out: 0.4 knows no such kind of interest.")
            del new["type"]
    if "interestLevel" in given:
        new["directOrIndirect"] = given["interestLevel"]
    if isinstance(given.get("share"), dict):
        new["share"] = _share(given["share"])
    _dates(given, new, ("startDate", "endDate"), losses)
    return new


def _share(old: Json) -> Json:
    # Until 0.3 a bound was excluded by a flag, which counted as set for the maximum and not for the minimum.
    if "exact" in old:
        return {"exact": old["exact"]}
    new: Json = {}
    if "minimum" in old:
        new["exclusiveMinimum" if old.get("exclusiveMinimum", False) is True else "minimum"] = old["minimum"]
    if "maximum" in old:
        new["exclusiveMaximum" if old.get("exclusiveMaximum", True) is True else "maximum"] = old["maximum"]
    return new


def _same(old: Json, names: Iterable[str]) -> Json:
    return {name: old[name] for name in names if name in old}


def _dates(old: Json, new: Json, names: Iterable[str], losses: Losses) -> None:
    for name in names:
        text = full_date(old, name, losses)
        if text is not None:
            new[name] = text


def _addresses(old: Json, new: Json, allowed: frozenset[str], losses: Losses) -> None:
    found = [
        address(each, allowed, losses.at("addresses", place))
        for place, each in enumerate(items(old, "addresses"))
    ]
    if found:
        new["addresses"] = found


def _tell_left_out(old: Json, new: Json, read: set[str], losses: Losses) -> None:
    for name in old.keys() - new.keys() - read - _STATEMENT_FIELDS:
        if old[name] not in ([], {}):
            losses.tell(name, "Left out: 0.4 has no place for this field.")
