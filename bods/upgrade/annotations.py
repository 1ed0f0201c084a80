"""Old annotations, their pointers led to where the things they are about stand now."""

from bods.codelists import AnnotationMotivation
from bods.upgrade.carrying import Way, carried, each, read_elsewhere, same
from bods.upgrade.dates import is_full_date, moment
from bods.upgrade.here import Here
from bods.upgrade.values import Json, Value, leads_somewhere, pointer, steps_to

#: Until 0.3 a single slash meant the whole statement; 0.4 says it with nothing, as RFC 6901 does.
_WHOLE_THEN, _WHOLE = "/", ""
_MOTIVATIONS = frozenset(map(str, AnnotationMotivation))


def annotations(body: Json, here: Here) -> Value:
    """Give the notes on a statement; `here.moves` must know already where its parts have gone."""
    return each(lambda old, there: _annotation(old, body, there))(body["annotations"], here)


def _annotation(old: Value, body: Json, here: Here) -> Value:
    if not isinstance(old, dict):
        return old
    new = carried(old, _ANNOTATION, here)
    new["statementPointerTarget"] = _target(old, body, here)
    new["motivation"] = _motivation(old, here)
    _transformed(old, new, here)
    return new


def _target(old: Json, body: Json, here: Here) -> str:
    given = old.get("statementPointerTarget")
    if given in (_WHOLE_THEN, _WHOLE):
        return _WHOLE
    found = None
    if here.moves is not None and isinstance(given, str) and leads_somewhere(given, body):
        found = here.moves.new_place(steps_to(given, body))
    if found is None:
        here.tell(
            "statementPointerTarget",
            "Now a note on the whole: what it pointed to has no place of its own in 0.4.",
        )
        return _WHOLE
    return pointer(found)


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


def settled(new: Json, here: Here) -> bool:
    """Lead the notes whose target is not in the new statement to the whole of it; say whether there were any."""
    changed = False
    notes = new.get("annotations")
    for place, annotation in enumerate(notes if isinstance(notes, list) else ()):
        if isinstance(annotation, dict) and not leads_somewhere(annotation["statementPointerTarget"], new):
            changed = True
            annotation["statementPointerTarget"] = _WHOLE
            here.at("annotations").at(place).tell(
                "statementPointerTarget",
                "Now a note on the whole: what it pointed to was left out.",
            )
    return changed
