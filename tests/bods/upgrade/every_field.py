"""Old statements that use one field each, as the official schemas list them; and where its value went."""

from collections.abc import Iterator
from typing import Any

from bods.codelists import RecordType
from bods.upgrade import Loss
from tests.bods.upgrade.olds import named, schema

Path = tuple[str, ...]

TYPES = {
    "entityStatement": RecordType.ENTITY,
    "personStatement": RecordType.PERSON,
    "ownershipOrControlStatement": RecordType.RELATIONSHIP,
}

UNSPECIFIED = ("unspecified", "unspecifiedEntityDetails", "unspecifiedPersonDetails")
PLACES: list[Path] = [
    ("jurisdiction",),
    ("incorporatedInJurisdiction",),
    ("nationalities", "*"),
    ("taxResidencies", "*"),
]
#: What an object needs besides the field that is tried, by the end of its path.
BESIDE: dict[Path, dict[str, Any]] = {
    ("identifiers", "*"): {"schemeName": "A list of companies"},
    ("annotations", "*"): {"statementPointerTarget": "/", "motivation": "commenting"},
    ("publisher",): {"name": "Register of Nzueni"},
    ("share",): {"minimum": 11, "maximum": 77},
    **{(field,): {"reason": "unknown"} for field in UNSPECIFIED},
    ("interestedParty",): {},
    ("names", "*"): {"fullName": "Ana Example"},
    ("security",): {"ticker": "NZU"},
    ("politicalExposure",): {"status": "isPep"},
    ("entitySubtype",): {"generalCategory": "stateBody-other"},
    **{place: {"name": "Kenya"} for place in PLACES},
    ("publicListing",): {"hasPublicListing": True, "securitiesListings": []},
    ("securitiesListings", "*"): {
        "stockExchangeJurisdiction": "KE",
        "stockExchangeName": "Exchange of Nzueni",
        "security": {"ticker": "NZU"},
    },
}
#: Codes that 0.4 spells differently, apart from dashes. Source: the standard's changelog.
RENAMED = {
    "influence-or-control": "otherInfluenceOrControl",
    "other-influence-or-control-of-trust": "otherInfluenceOrControl",
    "settlor-of-trust": "settlor",
    "trustee-of-trust": "trustee",
    "protector-of-trust": "protector",
    "beneficiary-of-trust": "beneficiaryOfLegalArrangement",
    "rights-to-surplus-assets": "rightsToSurplusAssetsOnDissolution",
    "individual": "legal",
    "alias": "alternative",
    "aka": "alternative",
    "nick": "alternative",
    "home": "residence",
    "stateBody-governmentDepartment": "governmentDepartment",
    "stateBody-stateAgency": "stateAgency",
    "stateBody-other": "other",
    "entityStatement": "entity",
    "personStatement": "person",
    "ownershipOrControlStatement": "relationship",
}


def _leaves(branch: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give every field that holds no further fields, with its schema."""
    if "properties" in branch:
        for name, inner in branch["properties"].items():
            yield from _leaves(inner, (*path, name))
    elif "items" in branch:
        yield from _leaves(branch["items"], (*path, "*"))
    else:
        yield path, branch


def objects(branch: dict[str, Any], path: Path = ()) -> Iterator[Path]:
    if "properties" in branch:
        yield path
        for name, inner in branch["properties"].items():
            yield from objects(inner, (*path, name))
    elif "items" in branch:
        yield from objects(branch["items"], (*path, "*"))


def _values(path: Path, leaf: dict[str, Any], version: str) -> list[Any]:
    """Give the values to try in a field: all codes of a codelist, and dates of each length."""
    name = path[-1] if path[-1] != "*" else path[-2]
    if name in FIXED:
        return FIXED[name]
    if "enum" in leaf:
        return list(leaf["enum"])
    if name == "bodsVersion":
        return [version]
    if leaf["type"] != "string":
        return {"boolean": [True, False], "number": [42.5]}[leaf["type"]]
    if "pattern" in leaf:
        return ["2001-02-03", "2001", "2001-02", "2001-W05-6", "2001-034", "2001-02-03T04:05:06Z"]
    return FORMATS.get(leaf.get("format", ""), [f"A value of {name}"])


FORMATS = {
    "date": ["2001-02-03"],
    "date-time": ["2001-02-03T04:05:06Z"],
    "uri": ["https://example.org/a-page-of-its-own"],
}
FIXED: dict[str, list[Any]] = {
    "code": ["KE"],
    "country": ["KE"],
    "stockExchangeJurisdiction": ["KE"],
    "companyFilingsURLs": ["https://example.org/filings"],
    "statementPointerTarget": ["/", "/statementID", "/replacesStatements"],
    "statementID": [named("tried-in-every-field")],
    "replacesStatements": [named("an-earlier-one")],
    "componentStatementIDs": [named("a-component")],
    "describedByEntityStatement": [named("alfa")],
    "describedByPersonStatement": [named("ana")],
}


def with_value(base: Any, path: Path, value: Any, done: Path = ()) -> Any:
    """Give an object with a value in the field at a path, and in each object on the way what it needs besides."""
    if not path:
        return value
    if path[0] == "*":
        return [with_value(base[0] if base else None, path[1:], value, (*done, "*"))]
    beside = next((found for end, found in BESIDE.items() if done[-len(end) :] == end), {})
    merged = {**beside, **(base or {})}
    merged[path[0]] = with_value(merged.get(path[0]), path[1:], value, (*done, path[0]))
    return merged


def minimal(kind: str, version: str) -> dict[str, Any]:
    """Give the least that a statement of a version is, in the words of the lists of required fields."""
    found: dict[str, Any] = {
        "statementID": named("tried-in-every-field"),
        "statementType": kind,
        "statementDate": "2018-05-06",
    }
    if kind == "entityStatement":
        found["entityType"] = "registeredEntity"
    if kind == "personStatement":
        found["personType"] = "knownPerson"
    if kind == "ownershipOrControlStatement":
        found["subject"] = {"describedByEntityStatement": named("alfa")}
        found["interestedParty"] = {}
    if version != "0.1":
        found["isComponent"] = False
        found["publicationDetails"] = {
            "publicationDate": "2018-07-08",
            "bodsVersion": version,
            "publisher": {"name": "Register of Nzueni"},
        }
    return found


def file_with(tried: dict[str, Any], version: str) -> list[dict[str, Any]]:
    kind = tried["statementType"]
    alfa = {**minimal("entityStatement", version), "statementID": named("alfa")}
    ana = {**minimal("personStatement", version), "statementID": named("ana")}
    earlier = {
        **minimal(kind, version),
        "statementID": named("an-earlier-one"),
        "statementDate": "2017-01-01",
    }
    part = {**minimal("entityStatement", version), "statementID": named("a-component")}
    return [alfa, ana, part, earlier, tried]


def tried_statements(version: str) -> Iterator[tuple[Path, Any, dict[str, Any]]]:
    for branch in schema(version)["items"]["oneOf"]:
        kind = branch["properties"]["statementType"]["enum"][0]
        for path, leaf in _leaves(branch):
            for value in _values(path, leaf, version):
                yield path, value, fit(with_value(minimal(kind, version), path, value), path, value)


def fit(tried: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """Let the surroundings of a value be such that the old schema allows it."""
    if path[0] == "entitySubtype":
        tried["entityType"] = "stateBody"
    if value == "linking":
        tried["annotations"][0]["url"] = "https://example.org/linked"
    if path == ("subject", "describedByEntityStatement"):
        tried["interestedParty"] = {"describedByPersonStatement": named("ana")}
    return tried


def scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield value


def is_found(value: Any, path: Path, new: dict[str, Any]) -> bool:
    leaves = list(scalars(new))
    if path[-1] == "hasPepStatus":
        return ("isPep" if value else "isNotPep") in leaves
    if path[-1] in {"exclusiveMinimum", "exclusiveMaximum"}:
        bound = path[-1].removeprefix("exclusive").lower()
        share = new["recordDetails"]["interests"][0]["share"]
        return (path[-1] in share, bound in share) == (value, not value)
    if path[-1] == "bodsVersion":
        return "0.4" in leaves
    if value == "/":
        return new["annotations"][0]["statementPointerTarget"] == ""
    if path[-1] == "statementPointerTarget":
        return new["annotations"][0]["statementPointerTarget"] == value.replace("ID", "Id")
    if isinstance(value, str) and value.startswith("A value of"):
        # Two texts may have become one.
        return any(value in leaf for leaf in leaves if isinstance(leaf, str))
    return value in leaves or _in_words_of_today(value) in leaves


def _in_words_of_today(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value in RENAMED:
        return RENAMED[value]
    if value in {"2001-W05-6", "2001-034"}:
        return "2001-02-03"
    first, *others = value.split("-")
    return first + "".join(map(str.capitalize, others)) if value.replace("-", "").isalpha() else value


def is_told(path: Path, losses: tuple[Loss, ...]) -> bool:
    """Say whether a loss names the field at a path, or something that it lies in, at its very place."""
    told = {(loss.place, loss.field) for loss in losses}
    steps = [step.replace("*", "0") for step in path]
    for length in range(1, len(path) + 1):
        names_a_member = path[length - 1] == "*"
        place = "/".join(("/4", *steps[: length if names_a_member else length - 1]))
        if (place, path[length - 2 if names_a_member else length - 1]) in told:
            return True
    return False
