"""An old statement of ownership or control as the details of a relationship record."""

from collections.abc import Mapping

from bods.codelists import UnspecifiedReason
from bods.upgrade.around import AROUND, IS_COMPONENT
from bods.upgrade.carrying import Way, carried, each, read_elsewhere, same
from bods.upgrade.codes import INTERESTS
from bods.upgrade.dates import day, is_full_date
from bods.upgrade.here import Here
from bods.upgrade.parts import unspecified
from bods.upgrade.share import share
from bods.upgrade.values import Json, Value

DESCRIBED = ("describedByEntityStatement", "describedByPersonStatement")


def relationship(old: Json, here: Here, record_ids: Mapping[str, str]) -> Json:
    """Give a relationship's details; `record_ids` tells by statement id which record a statement describes."""
    new = carried(old, _RELATIONSHIP, here)
    new.setdefault("isComponent", False)
    for field in ("subject", "interestedParty"):
        new[field] = _party(old, field, record_ids, here)
        here.move((field,), (field,))
    _components(old, new, record_ids, here)
    return new


def described_by(party: object) -> str | None:
    """Give the statement id by which an old relationship names a party, None when it names none."""
    if isinstance(party, str):
        return party
    if isinstance(party, dict):
        for name in DESCRIBED:
            if isinstance(party.get(name), str):
                return str(party[name])
    return None


def _party(old: Json, field: str, record_ids: Mapping[str, str], here: Here) -> object:
    given, there = old.get(field), here.at(field)
    statement_id = described_by(given)
    if isinstance(given, str):
        return _known(given, record_ids, there)
    if not isinstance(given, dict):
        here.tell(field, "Written as unknown: the old file does not say who it is.")
        return {"reason": UnspecifiedReason.UNKNOWN.value}
    if statement_id is None:
        return _nobody(given, field, here)
    taken = next(name for name in DESCRIBED if given.get(name) == statement_id)
    there.move((taken,), ())
    for name in given.keys() - {taken}:
        there.tell(str(name), "Left out: the party is named by its record, and by nothing else.")
    return _known(statement_id, record_ids, there)


def _known(statement_id: str, record_ids: Mapping[str, str], there: Here) -> str:
    if statement_id not in record_ids:
        there.tell_it("Kept as it is, though no statement of this file describes this party.")
    return record_ids.get(statement_id, statement_id)


def _nobody(given: Json, field: str, here: Here) -> object:
    inner = given.get("unspecified")
    there = here.at(field)
    if "reason" in given and inner is None:
        return unspecified(given, there)
    for name in given.keys() - {"unspecified"}:
        there.tell(str(name), "Left out: it names nobody.")
    there.move(("unspecified",), ())
    if isinstance(inner, dict):
        return unspecified(inner, there.over(("unspecified",), ()))
    here.tell(field, "Written as unknown: the old file does not say who it is.")
    return {"reason": UnspecifiedReason.UNKNOWN.value}


def _components(old: Json, new: Json, record_ids: Mapping[str, str], here: Here) -> None:
    if "componentStatementIDs" not in old:
        return
    if "componentRecords" in new:
        here.tell("componentRecords", "Left out: componentStatementIDs says it already.")
    given = old["componentStatementIDs"]
    if not isinstance(given, list) or (given and new["isComponent"]):
        here.tell(
            "componentStatementIDs", "Left out: it is no list, or this relationship is itself a component."
        )
        return
    there = here.at("componentStatementIDs", "componentRecords")
    here.move(("componentStatementIDs",), ("componentRecords",))
    components: dict[str, int] = {}
    for place, statement_id in enumerate(given):
        if not isinstance(statement_id, str):
            there.at(place).tell_it("Left out: it is no text.")
            continue
        if statement_id not in record_ids:
            there.at(place).tell_it(
                "Kept as it is, though no statement of this file describes this component."
            )
        record_id = record_ids.get(statement_id, statement_id)
        there.move((place,), (components.setdefault(record_id, len(components)),))
    new["componentRecords"] = list(components)


def _interest(old: Value, here: Here) -> Value:
    if not isinstance(old, dict):
        return old
    new = carried(old, _INTEREST, here)
    if "type" in old:
        _kind(old["type"], new, here)
    return new


def _kind(given: object, new: Json, here: Here) -> None:
    code = INTERESTS.get(given) if isinstance(given, str) else None
    if code is not None:
        new["type"] = code
        here.move(("type",), ("type",))
        return
    here.tell(
        "type",
        "Left out: 0.4 knows no such kind of interest. What it said is in the details, if none were there.",
    )
    if isinstance(given, str) and "details" not in new:
        new["details"] = given
        here.move(("type",), ("details",))


_INTEREST = {
    **same("directOrIndirect", "beneficialOwnershipOrControl", "details"),
    **read_elsewhere(("type",)),
    "interestLevel": Way("directOrIndirect"),
    "share": Way("share", share),
    "startDate": Way("startDate", day, is_full_date),
    "endDate": Way("endDate", day, is_full_date),
}
_RELATIONSHIP = {
    **AROUND,
    **IS_COMPONENT,
    **read_elsewhere(("subject", "interestedParty", "componentStatementIDs")),
    "interests": Way("interests", each(_interest)),
}
