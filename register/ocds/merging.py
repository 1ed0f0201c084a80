"""All releases of a contracting process made one, by the standard's own merge."""

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ocdsmerge import Merger
from ocdsmerge.exceptions import DuplicateIdValueWarning, OCDSMergeError
from ocdsmerge.merge import CompiledRelease

from register.ocds.fault import Fault, Notes
from register.ocds.numerals import canonical, loaded
from register.ocds.releases import STAMPS, Release
from register.ocds.schema import RELEASE
from register.ocds.soundness import sound

_RULES = Merger(dict(RELEASE)).merge_rules


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled release as canonical JSON text; `held` is the same as it was merged, not to be changed."""

    text: str
    held: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)

    @property
    def body(self) -> dict[str, Any]:
        """The release as parsed JSON, a fresh copy each time; numbers that are not whole are Decimal."""
        body: dict[str, Any] = loaded(self.text) if self.text else {}
        return body

    @property
    def content(self) -> str:
        """The text without what a new stamp alone would change."""
        return canonical({name: each for name, each in self.body.items() if name not in STAMPS})


def merged(releases: Iterable[Release]) -> tuple[Compiled, tuple[Fault, ...]]:
    """Merge the releases of one process, oldest first, undated ones before all; their order as given makes no matter.

    A release whose shape contradicts the earlier ones (a list where they have an object) is left out with a fault.
    """
    ordered = sorted(releases, key=lambda release: release.stamp)
    bodies = [(release, release.held or sound(loaded(release.body), Notes())) for release in ordered]
    try:
        return _compiled([body for _, body in bodies]), ()
    except _CONTRADICTIONS:
        return _tolerant(bodies)


_CONTRADICTS = (
    "Release %(id)s of %(ocid)s has a list where earlier releases have an object, or the other way round; "
    "it is kept, but not merged."
)
# The merge has no error of its own for an `id` that is an object or a list within parts it has no rules for.
_CONTRADICTIONS = (OCDSMergeError, TypeError)


def _tolerant(bodies: list[tuple[Release, Mapping[str, Any]]]) -> tuple[Compiled, tuple[Fault, ...]]:
    kept: list[Mapping[str, Any]] = []
    faults = []
    compiled = Compiled(canonical({"ocid": bodies[0][0].ocid}))
    for release, body in bodies:
        try:
            compiled = _compiled([*kept, body])
            kept.append(body)
        except _CONTRADICTIONS:
            faults.append(
                Fault(release.source, "", _CONTRADICTS % {"id": release.release_id, "ocid": release.ocid})
            )
    return compiled, tuple(faults)


def _compiled(bodies: list[Mapping[str, Any]]) -> Compiled:
    growing = CompiledRelease(merge_rules=_RULES, rule_overrides={})
    with warnings.catch_warnings():
        # Two members of a list under one id: the standard merges them, and reading has told it as a fault.
        warnings.simplefilter("ignore", DuplicateIdValueWarning)
        for each in bodies:
            growing.append(dict(each))
    body: dict[str, Any] = growing.asdict()
    return Compiled(canonical(body), body)
