"""Good statements made bad by chance, one to three changes each: some stay good, most do not."""

import copy
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

import orjson

from bods import codelists
from tests.bods.standard import good_examples, official_valid

#: A leap second is a time to our validator and none to the official one: the only known difference.
LEAP_SECOND = "2016-12-31T23:59:60Z"

_DATES = (
    "2024-01-31", "2024-02-30", "2024-13-01", "2023-02-29", "0000-01-01", "2024-1-1", "20240131", "2024-W05-3",
    "2024-031", "31/01/2024", "2024-01", "2024", "2024-00", "2024-12", "２０２４-01-31", "2024-01-31 ", "",
    "2024-01-31T09:30:00Z", "2024-01-31T09:30:00+03:00", "2024-01-31T09:30:00", "2024-01-31 09:30:00Z",
    "2024-01-31t09:30:00z", "2024-01-31T24:00:00Z", "2024-01-31T09:60:00Z", "2024-01-31T09:30Z",
    "2024-01-31T09:30:00.123456789Z", "2024-01-31T09:30:00.Z", "2024-01-31T09:30:00+25:00",
    "2024-01-31T09:30:00-00:00", "2024-02-30T09:30:00Z", LEAP_SECOND,
)  # fmt: skip
_ADDRESSES = (
    "https://example.org", "http://", "example.org", "//example.org", "https://exa mple.org", "mailto:ana@example.org",
    "urn:x", "https://example.org/ä", "https://example.org/%zz", "1http://x", "x:", "https://[::1]/", "https://[::1/",
    "https://example.org:port/", "#", "https://example.org/<a>", "https://example.org/a|b", "\u0000",
)  # fmt: skip
_OTHERS: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 50, 100, 100.0, 100.5, 101, -0.5, 1e-9, 10**30, "", " ", "x", "0", "true", "null",
    "é", "x" * 31, "x" * 32, "x" * 64, "x" * 65, "🌍" * 32, [], [None], [[]], ["x"], ["x", 1], [{}], {}, {"x": 1},
    {"name": "x"}, {"type": "x"}, {"reason": "unknown"}, {"reason": "x"}, {"id": "x"}, {"id": "x", "scheme": "x"},
)  # fmt: skip
_VERSIONS = ("0.4", "0.4.0", "04", "0.", ".4", "10.20", "v0.4", "0.4 ")
_CODES = tuple(
    sorted(
        {
            str(code)
            for kind in vars(codelists).values()
            if isinstance(kind, type) and issubclass(kind, codelists.Code)
            for code in kind
        }
    )
)

#: An object or a list, and the name or the place of one thing in it.
Place = tuple[Any, str | int]


def seeds() -> list[dict[str, Any]]:
    """Give good statements, the standard's own among them when they lie beside the project."""
    files = [*good_examples(), *official_valid()]
    return [statement for file in files for statement in orjson.loads(file.read_bytes())]


def mutant(good: Sequence[dict[str, Any]], number: int) -> Any:
    """Give a changed copy of one good statement; the same number, the same change."""
    chance = Random(number)  # stories, not secrets
    value = [copy.deepcopy(chance.choice(good))]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        places = list(_places(value))
        if places:
            chance.choices(_WAYS, _OFTEN)[0](chance, chance.choice(places))
    return value[0] if value else None


def _places(value: Any) -> Iterator[Place]:
    found = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in found:
        yield value, name
        yield from _places(inner)


def _drop(_: Random, place: Place) -> None:
    within, name = place
    del within[name]


def _retype(chance: Random, place: Place) -> None:
    within, name = place
    within[name] = copy.deepcopy(chance.choice(_OTHERS))


def _other_code(chance: Random, place: Place) -> None:
    within, name = place
    within[name] = chance.choice(_CODES)


def _other_date(chance: Random, place: Place) -> None:
    within, name = place
    within[name] = chance.choice(_DATES)


def _other_text(chance: Random, place: Place) -> None:
    within, name = place
    within[name] = chance.choice((*_ADDRESSES, *_VERSIONS))


def _lengthen(chance: Random, place: Place) -> None:
    within, name = place
    if isinstance(within[name], str):
        within[name] += "x" * chance.choice((1, 2, 5, 40))
    elif isinstance(within[name], list):
        within[name] += copy.deepcopy(within[name])
    else:
        _retype(chance, place)


def _nest(chance: Random, place: Place) -> None:
    within, name = place
    within[name] = chance.choice(([within[name]], {name: within[name]}, {"x": within[name]}))


def _nullify(_: Random, place: Place) -> None:
    within, name = place
    within[name] = None


def _rename(chance: Random, place: Place) -> None:
    within, name = place
    if isinstance(within, dict):
        within[f"{name}{chance.choice(('s', 'X', ''))}"] = within.pop(name)


def _add(chance: Random, place: Place) -> None:
    within, _ = place
    if isinstance(within, dict):
        within[chance.choice(_NAMES)] = copy.deepcopy(chance.choice((*_OTHERS, *_DATES, *_CODES)))


_NAMES = (
    "type", "subtype", "share", "exact", "minimum", "startDate", "endDate", "componentRecords", "isComponent",
    "identifiers", "annotations", "motivation", "url", "transformedContent", "details", "missingInfoReason", "status",
    "publicListing", "securitiesListings", "unspecifiedPersonDetails", "retrievedAt", "code", "interests", "subject",
)  # fmt: skip
_WAYS: tuple[Callable[[Random, Place], None], ...] = (
    _drop, _retype, _other_code, _other_date, _other_text, _lengthen, _nest, _nullify, _rename, _add
)  # fmt: skip
_OFTEN = (4, 6, 4, 4, 2, 2, 2, 2, 1, 4)
