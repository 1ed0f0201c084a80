"""Old statements to begin stories with: Alfa, Ana, and the link between them; and where old examples and schemas lie."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson

from bods.upgrade import upgraded
from bods.writing import as_json
from tests.bods.standard import ROOT

VERSIONS = ("0.1", "0.2", "0.3")
PUBLISHED = {"publicationDate": "2019-02-01", "bodsVersion": "0.2", "publisher": {"name": "Example register"}}
#: The five files of version 0.2 that a register must be able to take in.
PROTOTYPE = ROOT.parent / "shared" / "ocds" / "uk_bluetail_prototype" / "bods"


def named(name: str) -> str:
    """Make a name long enough to be a statement id."""
    return name.ljust(32, "-")


def old(kind: str, name: str, /, **fields: Any) -> dict[str, Any]:
    return {
        "statementID": named(name),
        "statementType": f"{kind}Statement",
        "statementDate": "2019-01-15",
        "isComponent": False,
        "publicationDetails": PUBLISHED,
        **fields,
    }


def company(name: str = "alfa", /, **fields: Any) -> dict[str, Any]:
    return old("entity", name, **{"entityType": "registeredEntity", "name": name.title(), **fields})


def person(name: str = "ana", /, **fields: Any) -> dict[str, Any]:
    names = [{"fullName": f"{name.title()} Example"}]
    return old("person", name, **{"personType": "knownPerson", "names": names, **fields})


def link(name: str = "link", /, subject: str = "alfa", party: str = "ana", **fields: Any) -> dict[str, Any]:
    parties = {
        "subject": {"describedByEntityStatement": named(subject)},
        "interestedParty": {"describedByPersonStatement": named(party)},
    }
    return old("ownershipOrControl", name, **{**parties, **fields})


def new(*olds: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Upgrade old statements and give the new ones as JSON, by their record's short name."""
    return {each.record_id.strip("-"): as_json(each) for each in upgraded(list(olds)).statements}


def told(*olds: Any) -> set[tuple[str, str]]:
    """Give place and field of all that is lost in an upgrade."""
    return {(loss.place, loss.field) for loss in upgraded(list(olds)).losses}


def schema(version: str) -> dict[str, Any]:
    """Give the official schema of an old version, as the installed checker carries it."""
    name = f"schema-{version.replace('.', '-')}-0.json"
    found: dict[str, Any] = orjson.loads((files("libcovebods") / "data" / name).read_bytes())
    return found


def judge(version: str) -> jsonschema_rs.Draft4Validator:
    return jsonschema_rs.Draft4Validator(schema(version), validate_formats=True)


def examples(version: str) -> list[Path]:
    folder = ROOT / "tests" / "examples" / f"bods_{version.replace('.', '_')}"
    return sorted(folder.glob("*.json"))


def all_examples() -> Iterator[Path]:
    for version in VERSIONS:
        yield from examples(version)


def prototype_files() -> list[Path]:
    found = sorted(PROTOTYPE.rglob("*.json"))
    if not found:
        print("ABSENT: the prototype's files are not beside the project; our examples of 0.2 were tried.")  # noqa: T201  # said aloud
    return found or examples("0.2")
