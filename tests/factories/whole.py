"""Files of owners and of contracts for screening at once: one register's statements, one release a tender."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import orjson

from bods.writing import as_bytes
from register.actions.screen_all import File
from tests.factories.pictures import Hold, company_name, statements_of

#: Everybody is stated once, in one declaration.
NETWORK = "register"


@dataclass(frozen=True, slots=True)
class Bought:
    """One line of a file of contracts."""

    line: str


def owners_file(folder: Path, holds: Iterable[Hold]) -> File:
    """Write the statements of one register as JSON Lines; a company's number is its name in capitals."""
    told = statements_of(replace(each, network=NETWORK) for each in holds)
    path = folder / "owners.jsonl"
    path.write_bytes(b"\n".join(as_bytes(each) for each in told))
    return File(path.name, partial(path.open, "rb"))


def tender(title: str, bidders: Sequence[str], *, won: str = "", worth: str = "0") -> Bought:
    """One compiled release; `alfa+beta` bid together, and `nobody` has no number."""
    everybody = dict.fromkeys(name for each in bidders for name in each.split("+"))
    release = {
        "ocid": f"ocds-story-{title}",
        "id": f"{title}-1",
        "date": "2026-03-02T09:00:00Z",
        "tag": ["compiled"],
        "buyer": {"id": "B1", "name": "County works"},
        "tender": {"id": title, "title": title, "status": "active"},
        "parties": [
            {"id": "B1", "name": "County works", "roles": ["buyer"]},
            *(_party(each) for each in everybody),
        ],
        "bids": {
            "details": [
                {"id": str(place), "status": "valid", "tenderers": [{"id": each} for each in bid.split("+")]}
                for place, bid in enumerate(bidders)
            ]
        },
    }
    if won:
        release["awards"] = [_award(won, worth)]
    return Bought(orjson.dumps(release).decode().replace(f'"{worth}"', worth))


def contracts_file(folder: Path, tenders: Iterable[Bought]) -> File:
    """Write them one a line, as the OCP data registry does."""
    path = folder / "contracts.jsonl"
    path.write_text("\n".join(each.line for each in tenders))
    return File(path.name, partial(path.open, "rb"))


def _party(name: str) -> dict[str, object]:
    known = {} if name == "nobody" else {"identifier": {"scheme": "KE-RCO", "id": name.upper()}}
    return {"id": name, "name": company_name(name), "roles": ["tenderer"], **known}


def _award(won: str, worth: str) -> dict[str, object]:
    return {
        "id": "a1",
        "status": "active",
        "date": "2026-03-01T09:00:00Z",
        "value": {"amount": worth, "currency": "KES"},
        "suppliers": [{"id": won, "name": company_name(won)}],
    }
