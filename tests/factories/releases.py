"""OCDS releases of small stories, as a publisher would write them; every name is invented."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from register.ocds.fault import Fault
from register.ocds.reading import releases_in
from register.ocds.releases import Release

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "ocds"
ROOF = "ocds-213czf-roof"


def party(name: str, number: str | None = None, *, scheme: str = "KE-RCO", **more: Any) -> dict[str, Any]:
    """A party with a company number, or with none; its id within the process is its name."""
    identifier = {"identifier": {"scheme": scheme, "id": number}} if number else {}
    return {"id": name, "name": name, **identifier, **more}


def told(
    ocid: str = ROOF, *, at: str = "2026-03-01T09:00:00Z", stamp: str = "1", **parts: Any
) -> dict[str, Any]:
    """A release that says these parts and nothing else."""
    return {"ocid": ocid, "id": stamp, "date": at, "tag": ["tender"], **parts}


def tender(
    *bidders: str, won: Sequence[str] = (), ocid: str = ROOF, at: str = "2026-03-01T09:00:00Z", **more: Any
) -> dict[str, Any]:
    """A release of a whole tender; each bidder's number is its name in capitals, bids go up by 1,000 shillings."""
    bids = [
        {
            "id": f"b{place}",
            "status": "valid",
            "value": {"amount": 500_000 + 1_000 * place, "currency": "KES"},
            "tenderers": [{"id": name}],
        }
        for place, name in enumerate(bidders)
    ]
    awards = [
        {
            "id": f"a{place}",
            "status": "active",
            "date": "2026-03-10T09:00:00Z",
            "value": {"amount": 500_000, "currency": "KES"},
            "suppliers": [{"id": name}],
        }
        for place, name in enumerate(won)
    ]
    return told(
        ocid,
        at=at,
        parties=[
            party("County", "1", scheme="X-KE-EXAMPLE"),
            *(party(name, name.upper()) for name in bidders),
        ],
        buyer={"id": "County"},
        tender={
            "id": f"T-{ocid}",
            "title": f"Works of {ocid}",
            "status": "complete" if won else "active",
            "tenderPeriod": {"startDate": "2026-02-01T00:00:00Z", "endDate": "2026-02-20T00:00:00Z"},
        },
        bids={"details": bids},
        awards=awards,
        **more,
    )


def written(*values: Any) -> bytes:
    """Values as JSON Lines."""
    return b"".join(orjson.dumps(value) + b"\n" for value in values)


def read(source: bytes, file: str = "roof.json") -> tuple[list[Release], list[Fault]]:
    """What comes out of a file: releases and faults."""
    all_of_it = list(releases_in(source, file))
    sound = [each for each in all_of_it if isinstance(each, Release)]
    return sound, [each for each in all_of_it if isinstance(each, Fault)]


def releases(*values: dict[str, Any]) -> tuple[Release, ...]:
    """Releases as reading gives them; the story must be without a fault."""
    sound, faults = read(written(*values), "story.jsonl")
    assert faults == []
    return tuple(sound)


def example(name: str) -> bytes:
    """One of the example files."""
    return (EXAMPLES / name).read_bytes()
