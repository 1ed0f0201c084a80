"""One release: whose it is, when it was made, and a fingerprint of its content that outlives a new stamp."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from register.ocds.fault import Notes
from register.ocds.numerals import canonical
from register.ocds.persons import without_identity_numbers

#: Made anew at every export by Makueni's portal: they say nothing of the content.
STAMPS = ("id", "date")
LONGEST_OCID = 200


@dataclass(frozen=True, slots=True)
class Release:
    """A release as received. `body` is its canonical JSON; `source` names file and place, for people.

    `content_hash` is the SHA-256 of the body without its `id` and `date`, in hexadecimal. `held` is the body as it was
    parsed, sound and not to be changed; None where it is to be read from the text.
    """

    ocid: str
    release_id: str
    released_at: str
    content_hash: str
    body: str
    source: str
    held: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)

    @property
    def stamp(self) -> tuple[str, ...]:
        """What orders the releases of a process: the instant (undated ones come first), then what else tells them apart."""
        return stamp(self.released_at, self.release_id, self.content_hash)


def stamp(released_at: str, release_id: str, content_hash: str) -> tuple[str, ...]:
    """What orders a release among those of its process: see `Release.stamp`."""
    return _moment(released_at), release_id, released_at, content_hash


@lru_cache(maxsize=4096)
def _moment(text: str) -> str:
    """In UTC, so that the letters come in the order of the moments; empty when it is none."""
    moment = instant(text)
    return moment.isoformat() if moment else ""


@lru_cache(maxsize=4096)
def instant(text: str) -> datetime | None:
    """Read an ISO 8601 moment or day; without an offset it is taken for UTC. None when it is neither."""
    try:
        moment = datetime.fromisoformat(text.strip())
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def release_from(
    value: dict[str, Any], source: str, notes: Notes, *, is_sound: bool = False
) -> Release | None:
    """Take an object for a release; None, with a note, when nothing tells its contracting process."""
    ocid = value.get("ocid")
    if not isinstance(ocid, str) or not ocid.strip():
        notes.add(
            "/ocid", "This release has no ocid, so it belongs to no contracting process; it was left out."
        )
        return None
    if len(ocid.strip()) > LONGEST_OCID:
        notes.add("/ocid", f"This ocid is longer than {LONGEST_OCID} letters; the release was left out.")
        return None
    value = {**value, "ocid": ocid.strip()}
    written = canonical(value)
    value, body = without_identity_numbers(value, written, notes)
    return Release(
        ocid=ocid.strip(),
        release_id=_text(value.get("id")),
        released_at=_text(value.get("date")),
        content_hash=content_hash(value),
        body=body,
        source=source,
        held=value if is_sound and body is written else None,
    )


def content_hash(value: dict[str, Any]) -> str:
    """Fingerprint what a release says, whatever its stamp and however its JSON is laid out."""
    said = {name: each for name, each in value.items() if name not in STAMPS}
    return sha256(canonical(said).encode()).hexdigest()


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int) else ""
