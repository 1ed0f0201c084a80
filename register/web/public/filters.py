"""How the public pages write shares, reasons and the words of other rooms."""

from flask_babel import gettext

from bods.codelists import UnspecifiedReason
from register.graph.shares import Range
from register.web.public.door import door
from register.web.public.leading import words


@door.app_template_filter("share")
def share(value: Range) -> str:
    """42 %, 10 to 25 %, or that it is not said."""
    return words().share(value)


@door.app_template_filter("reason")
def reason(code: str) -> str:
    """Why somebody is not named, by the standard's code; empty when no such code is known."""
    known = next((each for each in UnspecifiedReason if each.value == code), None)
    return gettext(known.label) if known else ""


@door.app_template_filter("translated")
def translated(message: str) -> str:
    """A message of another room in the reader's language; unlike `_`, its percent signs stand for themselves."""
    return gettext(message)
