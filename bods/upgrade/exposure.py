"""Whether a person is politically exposed: 0.1 listed reasons, 0.2 had a truth and details, 0.3 has the form of 0.4."""

from bods.codelists import PepStatus
from bods.upgrade.carrying import Way, carried, each, read_elsewhere, same
from bods.upgrade.dates import day, is_full_date
from bods.upgrade.here import Here
from bods.upgrade.parts import source
from bods.upgrade.places import jurisdiction
from bods.upgrade.values import Json, Value

_LISTS = ("pepStatus", "pepStatusDetails")


def political_exposure(old: Json, new: Json, here: Here) -> None:
    """Make the exposure of the fields that 0.1 and 0.2 had for it; one in the form of 0.3 stands above them."""
    given = [name for name in ("hasPepStatus", *_LISTS) if name in old]
    if not given:
        return
    if "politicalExposure" in new:
        for name in given:
            here.tell(name, "Left out: politicalExposure says it already.")
        return
    details = _details(old, here)
    status = _status(old, details, here)
    if status is None:
        return
    new["politicalExposure"] = {"status": status.value, **({"details": details} if details else {})}
    here.move(("hasPepStatus",), ("politicalExposure", "status"))


def _details(old: Json, here: Here) -> list[Value]:
    details: list[Value] = []
    for name in _LISTS:
        given = old.get(name, [])
        if not isinstance(given, list):
            here.tell(name, "Left out: it is no list.")
            continue
        here.move((name,), ("politicalExposure", "details"))
        for place, each_given in enumerate(given):
            there = here.over((name, place), ("politicalExposure", "details", len(details)))
            there.move((), ())
            details.append(_detail(each_given, there))
    return details


def _status(old: Json, details: list[Value], here: Here) -> PepStatus | None:
    said = old.get("hasPepStatus")
    if isinstance(said, bool):
        return PepStatus.IS_PEP if said else PepStatus.IS_NOT_PEP
    if "hasPepStatus" in old:
        here.tell("hasPepStatus", "Left out: it is neither true nor false.")
    if not details:
        for name in _LISTS:
            if name in old:
                here.tell(name, "Left out: an empty list says neither yes nor no.")
        return None
    if any(isinstance(detail, dict) and "missingInfoReason" in detail for detail in details):
        return PepStatus.UNKNOWN
    return PepStatus.IS_PEP


def _exposure(old: Value, here: Here) -> Value:
    return carried(old, _WHOLE, here) if isinstance(old, dict) else old


def _detail(old: Value, here: Here) -> Value:
    return carried(old, _DETAIL, here) if isinstance(old, dict) else old


_DETAIL = {
    "jurisdiction": Way("jurisdiction", jurisdiction),
    "startDate": Way("startDate", day, is_full_date),
    "endDate": Way("endDate", day, is_full_date),
    "source": Way("source", source),
    **same("reason", "missingInfoReason"),
}
_WHOLE = {"details": Way("details", each(_detail)), **same("status")}

#: The ways of the fields of an old person that tell of exposure.
EXPOSURE = {
    **read_elsewhere(("hasPepStatus", *_LISTS)),
    "politicalExposure": Way("politicalExposure", _exposure),
}
