"""Taking identity numbers of natural persons out of a release before anything of it is kept.

The standard's convention writes them as `{country}-{kind of document}`, such as KEN-IDCARD; some publishers use them
for suppliers who are persons.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from register.ocds.fault import Notes, step
from register.ocds.numerals import canonical

_PERSONAL = re.compile(r"[A-Z]{3}-(IDCARD|PASSPORT|TAXID)")
#: A shorter text is no identity number, and would be found in all sorts of words.
SHORTEST = 4


def is_personal(scheme: str) -> bool:
    """Whether numbers under this scheme tell who a natural person is."""
    return _PERSONAL.fullmatch(scheme.strip().upper()) is not None


def without_identity_numbers(
    release: dict[str, Any], written: str, notes: Notes
) -> tuple[dict[str, Any], str]:
    """Give the release, and as it is written, with a word in the place of each person's number, also where ids and
    references repeat it.

    The word is made of the person's name, so that one person has one word in all releases of a process.
    """
    if not _mentions(written):
        return release, written
    numbers: dict[str, str] = {}
    for place, number, name in _numbers(release, "", ""):
        numbers.setdefault(number, f"person named {name}" if name else "person not named")
        notes.add(place, "This is the identity number of a natural person; it was taken out and is not kept.")
    if not numbers:
        return release, written
    wanted = re.compile("|".join(re.escape(number) for number in sorted(numbers, key=len, reverse=True)))
    release = {key: _replaced(each, wanted, numbers) for key, each in release.items()}
    return release, canonical(release)


def _mentions(text: str) -> bool:
    # Two passes over the letters, and none with a pattern: this is asked of every release.
    capitals = text.upper()
    return "-IDCARD" in capitals or "-PASSPORT" in capitals or "-TAXID" in capitals


def _numbers(value: object, place: str, name: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, dict):
        name = _word(value.get("name")) or name
        scheme, number = _word(value.get("scheme")), _word(value.get("id"))
        if is_personal(scheme) and len(number) >= SHORTEST:
            bare = number.upper().removeprefix(f"{scheme.strip().upper()}-")
            yield step(place, "id"), number[-len(bare) :] if len(bare) >= SHORTEST else number, name
        for key, each in value.items():
            yield from _numbers(each, step(place, key), name)
    elif isinstance(value, list):
        for position, each in enumerate(value):
            yield from _numbers(each, step(place, position), name)


def _replaced(value: object, wanted: re.Pattern[str], numbers: Mapping[str, str]) -> object:
    if isinstance(value, dict):
        return {key: _replaced(each, wanted, numbers) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, wanted, numbers) for each in value]
    if isinstance(value, str):
        return wanted.sub(lambda found: numbers[found[0]], value)
    return numbers.get(str(value), value) if isinstance(value, int) and not isinstance(value, bool) else value


def _word(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
