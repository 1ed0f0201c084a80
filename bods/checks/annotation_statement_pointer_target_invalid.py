"""What an annotation points to is there.

Why: a reader cannot tell what the note is about.
Source: BODS 0.4, `Annotation` (RFC 6901); libcovebods 0.16, which only asks it of statements about entities (ours of
all), and takes the place after the last of a list (`-`), where nothing can be, for something.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity

_WRONG_ESCAPE = re.compile(r"~(?![01])")
_PLACE = re.compile(r"0|[1-9][0-9]{0,8}")


def find(annotations: Sequence[Mapping[str, Any]], at: str, about: About) -> Found:
    return [
        Problem(f"{at}/{place}/statementPointerTarget", "This points to nothing in the statement.")
        for place, annotation in enumerate(annotations)
        if (target := annotation.get("statementPointerTarget")) and not _is_there(target, about.statement)
    ]


def _is_there(target: str, statement: Mapping[str, Any]) -> bool:
    start, *steps = target.split("/")
    if start or _WRONG_ESCAPE.search(target):
        return False
    value: Any = statement
    try:
        for step in steps:
            value = _below(value, step.replace("~1", "/").replace("~0", "~"))
    except LookupError:
        return False
    return True


def _below(value: Any, step: str) -> Any:  # noqa: ANN401  # any JSON value
    if isinstance(value, dict):
        return value[step]
    if isinstance(value, list) and _PLACE.fullmatch(step):
        return value[int(step)]
    raise LookupError(step)


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy='Write where in the statement it is, such as /recordDetails/name; "" stands for the whole statement.',
    asks=(Ask("statement", ("annotations",)),),
    find=find,
)
