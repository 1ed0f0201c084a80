"""For whom a tender is reserved, and what kinds of things it buys, each in a few codes."""

from collections.abc import Iterator

from register.ocds.entries import Entries, listed, within, words
from register.ocds.fault import Notes, step

#: How Makueni's portal and others write target groups, folded, and our code for each; "general" reserves nothing.
GROUPS = {
    "women": "women",
    "youth": "youth",
    "pwd": "disability",
    "persons with disability": "disability",
    "persons with disabilities": "disability",
    "people with disabilities": "disability",
    "citizen contractor": "citizen",
    "citizen contractors": "citizen",
    "margin of preference for local contractor": "local",
    "margin of preference for local contractors": "local",
    "local contractor": "local",
}
#: Letters of a class that name its first level: divisions of CPV, segments of UNSPSC.
FIRST_LEVEL = 2
_OPEN = ("general", "")


def reserved_for(held: Entries, place: str, notes: Notes) -> str:
    """Give the groups for whom something is reserved, as codes with a space between; empty when for nobody.

    Reads `targetGroup` as a word or a list. Source: the extension `target_groups` of Makueni's portal.
    """
    told = held.get("targetGroup")
    found: dict[str, None] = {}
    for each in told if isinstance(told, list) else [told]:
        word = " ".join(str(each or "").split()).casefold()
        if word in GROUPS:
            found[GROUPS[word]] = None
        elif word not in _OPEN:
            notes.add(
                step(place, "targetGroup"), "This target group is none the register knows; it was left out."
            )
    return " ".join(sorted(found))


def classes_of(tender: Entries, notes: Notes) -> str:
    """Give the first-level classes of the items asked for, such as `CPV-45`, with a space between."""
    return " ".join(dict.fromkeys(_classes(tender, notes)))


def _classes(tender: Entries, notes: Notes) -> Iterator[str]:
    for position, item in enumerate(listed(tender, "items")):
        place = step(step("/tender/items", position), "classification")
        kind = within(item, "classification") if isinstance(item, dict) else {}
        scheme, code = words(kind, "scheme", place, notes, 60), words(kind, "id", place, notes, 60)
        if scheme and code:
            yield f"{''.join(scheme.split()).upper()}-{code[:FIRST_LEVEL].upper()}"
