"""Old annotations, their pointers led to where the things they are about stand now."""

from bods.codelists import AnnotationMotivation
from bods.upgrade.carrying import Json, Value, Way, carried, each, read_elsewhere, same
from bods.upgrade.dates import is_full_date, moment
from bods.upgrade.here import Here

#: Until 0.3 a single slash meant the whole statement; 0.4 says it with nothing, as RFC 6901 does.
_WHOLE_THEN, _WHOLE = "/", ""
_MOTIVATIONS = frozenset(map(str, AnnotationMotivation))


def annotations(old: Value, here: Here) -> Value:
    """Give the notes on a statement; `here.moves` must know already where its parts have gone."""
    return each(_annotation)(old, here)


def _annotation(old: Value, here: Here) -> Value:
    if not isinstance(old, dict):
        return old
    new = carried(old, _ANNOTATION, here)
    new["statementPointerTarget"] = _target(old, here)
    new["motivation"] = _motivation(old, here)
    _transformed(old, new, here)
    return new


def _target(old: Json, here: Here) -> str:
    given = old.get("statementPointerTarget")
    if given in (_WHOLE_THEN, _WHOLE):
        return _WHOLE
    found = here.moves.new_place(given) if here.moves is not None and isinstance(given, str) else None
    if found is None:
        here.tell(
            "statementPointerTarget",
            "Now a note on the whole: what it pointed to has no place of its own in 0.4.",
        )
        return _WHOLE
    return found


def _motivation(old: Json, here: Here) -> str:
    given = old.get("motivation")
    if not isinstance(given, str) or given not in _MOTIVATIONS:
        here.tell("motivation", "Written as commenting: 0.4 has no code for it.")
        return AnnotationMotivation.COMMENTING.value
    if given == AnnotationMotivation.LINKING and "url" not in old:
        here.tell("motivation", "Written as commenting: a link without a web address is none in 0.4.")
        return AnnotationMotivation.COMMENTING.value
    return given


def _transformed(old: Json, new: Json, here: Here) -> None:
    content = old.get("transformedContent", "")
    if content == "" or new["motivation"] == AnnotationMotivation.TRANSFORMATION:
        return
    described = new.get("description")
    here.tell(
        "transformedContent", "Put into the description: 0.4 has it with the motivation transformation alone."
    )
    del new["transformedContent"]
    if isinstance(content, str):
        new["description"] = (
            f"{described} ({content})" if isinstance(described, str) and described else content
        )


_ANNOTATION = {
    **read_elsewhere(("statementPointerTarget", "motivation")),
    **same("createdBy", "description", "transformedContent", "url"),
    "creationDate": Way("creationDate", moment, is_full_date),
}


def settled(new: Json, here: Here) -> None:
    """Lead the notes whose target is not there (any more) to the whole statement."""
    for place, annotation in enumerate(new.get("annotations", [])):
        if not resolves(new, annotation["statementPointerTarget"]):
            annotation["statementPointerTarget"] = _WHOLE
            here.at("annotations").at(place).tell(
                "statementPointerTarget",
                "Now a note on the whole: what it pointed to is not in the statement.",
            )


def resolves(value: Value, target: str) -> bool:
    """Say whether a JSON Pointer leads to something in a value."""
    if target == _WHOLE:
        return True
    if not target.startswith("/"):
        return False
    for step in target[1:].split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and name in value:
            value = value[name]
        elif isinstance(value, list) and name.isdecimal() and name.isascii() and int(name[:9]) < len(value):
            value = value[int(name)]
        else:
            return False
    return True
