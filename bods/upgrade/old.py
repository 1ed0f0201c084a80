"""One statement of an old version as it lies in the file, and how statements of the versions are told apart."""

from collections.abc import Mapping
from typing import NamedTuple

from bods.codelists import RecordType
from bods.statements import BODS_VERSION
from bods.upgrade.values import Json, Value

_TYPES: Mapping[str, RecordType] = {
    "entityStatement": RecordType.ENTITY,
    "personStatement": RecordType.PERSON,
    "ownershipOrControlStatement": RecordType.RELATIONSHIP,
}
OLD_VERSIONS = ("0.1", "0.2", "0.3")

#: Fields that came with a version; 0.4 has none of 0.1 to 0.3 around its records.
_OF_0_4 = frozenset({"recordId", "recordType", "recordDetails", "statementId"})
_SINCE_0_3 = frozenset(
    {"jurisdiction", "formedByStatute", "publicListing", "entitySubtype", "politicalExposure"}
)
_SINCE_0_2 = frozenset(
    {
        "isComponent",
        "componentStatementIDs",
        "publicationDetails",
        "unspecifiedEntityDetails",
        "unspecifiedPersonDetails",
        "taxResidencies",
        "hasPepStatus",
        "pepStatusDetails",
    }
)


class Old(NamedTuple):
    """A statement of BODS 0.1, 0.2 or 0.3.

    `place` is its position in the file, counted from 0; `id` is its statement id as written; `day` orders statements
    by the day they speak of ("" when they do not say); `replaces` are the ids of statements that it replaces.
    """

    place: int
    body: Json
    id: str
    type: RecordType
    day: str
    replaces: tuple[str, ...]


def old_type(value: object) -> RecordType | None:
    """Give the type of record that an old statement is about, None when a value is no old statement."""
    if not isinstance(value, dict) or not isinstance(value.get("statementID"), str):
        return None
    kind = value.get("statementType")
    return _TYPES.get(kind) if isinstance(kind, str) else None


def is_of_today(value: object) -> bool:
    """Say whether a value has the form of a statement of 0.4, valid or not."""
    return isinstance(value, dict) and "statementType" not in value and not _OF_0_4.isdisjoint(value)


def stated_version(body: Mapping[str, Value]) -> str | None:
    """Give the version that a statement says it is of, None when it does not say."""
    details = body.get("publicationDetails")
    version = details.get("bodsVersion") if isinstance(details, dict) else None
    return version if isinstance(version, str) else None


def version_of(body: Mapping[str, Value]) -> str:
    """Give the version of a statement: the one it states, unless its form is of another time; else by its fields."""
    if "statementType" not in body:
        return BODS_VERSION
    stated = stated_version(body)
    if stated in OLD_VERSIONS:
        return stated
    if not _SINCE_0_3.isdisjoint(body):
        return "0.3"
    return "0.1" if _SINCE_0_2.isdisjoint(body) else "0.2"
