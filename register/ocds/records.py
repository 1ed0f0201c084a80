"""Finding the releases in what publishers wrap them in: packages, records, lists of either."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from register.ocds.fault import step
from register.ocds.streaming import Piece

_OF_A_RELEASE = frozenset({"ocid", "tender", "awards", "contracts", "parties", "bids", "buyer", "planning"})
_WRAPS = ("records", "releases", "compiledRelease", "versionedRelease")


@dataclass(frozen=True, slots=True)
class Found:
    """An object that is a release, sound or not, and its place."""

    place: str
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """Something to tell the publisher; `stranger` when the thing is no contracting data at all."""

    place: str
    sentence: str
    stranger: bool = False


class Members:
    """What was met so far inside one package or record: releases in full, releases as links, records."""

    def __init__(self) -> None:
        self._whole = 0
        self._links = 0
        self._records = 0

    def take(self, piece: Piece) -> Iterator[Found | Said]:
        """Look into the next piece of a stream."""
        if piece.rest:
            yield from self.close(piece.value, piece.place)
        elif piece.list_name == "releases":
            yield from self.release(piece.value, piece.place)
        else:
            self._records += 1
            yield from found_in(piece.value, piece.place)

    def release(self, value: object, place: str) -> Iterator[Found | Said]:
        """Look at one member of a list of releases."""
        if not isinstance(value, dict):
            yield Said(place, "This should be a release, which is an object; it was left out.")
        elif "url" in value and not _OF_A_RELEASE & value.keys():
            self._links += 1
        else:
            self._whole += 1
            yield Found(place, value)

    def close(self, value: dict[str, Any], place: str) -> Iterator[Found | Said]:
        """Look at the object itself when its lists have been gone through."""
        compiled = value.get("compiledRelease")
        if self._links:
            yield Said(step(place, "releases"), self._linked(isinstance(compiled, dict)))
        if self._whole or self._records:
            return
        if isinstance(compiled, dict):
            yield Found(step(place, "compiledRelease"), compiled)
        elif not self._links:
            yield from _bare(value, place)

    def _linked(self, compiled: bool) -> str:
        instead = (
            "its compiled release was read instead" if compiled and not self._whole else "they were not read"
        )
        return f"{self._links} of the releases here are only links, which the register does not follow; {instead}."


def found_in(value: object, place: str) -> Iterator[Found | Said]:
    """Find the releases in a whole value."""
    if not isinstance(value, dict):
        yield Said(place, "This should be an object; it was left out.", stranger=True)
        return
    members = Members()
    for name in ("records", "releases"):
        held = value.get(name)
        for position, each in enumerate(held if isinstance(held, list) else ()):
            yield from members.take(Piece.member(step(step(place, name), position), each, name))
    yield from members.close(value, place)


def _bare(value: dict[str, Any], place: str) -> Iterator[Found | Said]:
    if isinstance(value.get("versionedRelease"), dict):
        yield Said(
            place,
            "This record has only a versioned release; publish its releases or its compiled release too.",
        )
    elif wrap := next((name for name in _WRAPS if name in value), None):
        yield Said(step(place, wrap), "There is no release in here.")
    elif _OF_A_RELEASE & value.keys():
        yield Found(place, value)
    else:
        yield Said(
            place, "This is not OCDS: neither a release, nor a record, nor a package of them.", stranger=True
        )
