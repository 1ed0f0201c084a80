"""Sources, reasons and agents: the small objects that every kind of old statement may hold."""

from bods.codelists import UnspecifiedReason
from bods.upgrade.carrying import LEFT_OUT, Way, carried, each, same
from bods.upgrade.codes import REASONS
from bods.upgrade.dates import is_full_date, moment
from bods.upgrade.here import Here
from bods.upgrade.values import Json, Value
from bods.upgrade.web import is_address


def source(old: Value, here: Here) -> Value:
    """Give where information came from. What 0.1 let stand as its web address, and is none, goes to the description."""
    if not isinstance(old, dict):
        return old
    new = carried(old, _SOURCE, here)
    url = new.get("url")
    if isinstance(url, str) and not is_address(url):
        described = new.get("description")
        here.tell("url", "Put into the description: 0.4 takes full web addresses only.")
        del new["url"]
        new["description"] = f"{described} ({url})" if isinstance(described, str) and described else url
        here.move(("url",), ("description",))
    return new


def _source_types(old: Value, here: Here) -> Value:
    return [old] if isinstance(old, str) else old


def _agents(old: Value, here: Here) -> Value:
    return each(_agent)([old] if isinstance(old, dict | str) else old, here)


def _agent(old: Value, here: Here) -> Value:
    return {"name": old} if isinstance(old, str) else old


_SOURCE = {
    "type": Way("type", _source_types),
    "retrievedAt": Way("retrievedAt", moment, is_full_date),
    "assertedBy": Way("assertedBy", _agents),
    **same("description", "url"),
}


def unspecified(old: Value, here: Here) -> Value:
    """Give the reason why somebody or something is not specified; an unknown code becomes the description."""
    if not isinstance(old, dict):
        return old
    new = carried(old, _UNSPECIFIED, here)
    if "reason" in new:
        return new
    word = old.get("reason")
    if isinstance(word, str):
        new.setdefault("description", word)
    here.tell(
        "reason",
        "Written as unknown: 0.4 has no code for it. What it said is the description, if none was there.",
    )
    return {"reason": UnspecifiedReason.UNKNOWN.value, **new}


def _reason(old: Value, here: Here) -> Value:
    return REASONS.get(old, LEFT_OUT) if isinstance(old, str) else LEFT_OUT


def _text(old: Value, here: Here) -> Value:
    if isinstance(old, str):
        return old
    here.tell_it("Left out: it is no text.")
    return LEFT_OUT


_UNSPECIFIED = {"reason": Way("reason", _reason), "description": Way("description", _text)}


def why_missing(old: Json, new: Json, to: str, here: Here) -> None:
    """Put the reason that 0.1 gave in free words where 0.4 has a code and a description."""
    if "missingInfoReason" not in old:
        return
    words = old["missingInfoReason"]
    if to in new or not isinstance(words, str):
        here.tell("missingInfoReason", f"Left out: it is no text, or {to} says why already.")
        return
    here.move(("missingInfoReason",), (to, "description"))
    if words in REASONS:
        new[to] = {"reason": REASONS[words]}
        here.move(("missingInfoReason",), (to, "reason"))
        return
    here.tell(
        "missingInfoReason",
        "Kept as the description; the code of the reason is unknown, since 0.1 had no codes.",
    )
    new[to] = {"reason": UnspecifiedReason.UNKNOWN.value, "description": words}
