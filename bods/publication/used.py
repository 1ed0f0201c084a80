"""Which fields and codes of the standard a file uses, and how often: counted in one pass."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import orjson

from bods.codelists import (
    AddressType,
    AnnotationMotivation,
    Code,
    DirectOrIndirect,
    EntitySubtype,
    EntityType,
    InterestType,
    NameType,
    PepStatus,
    PersonType,
    RecordStatus,
    RecordType,
    SecuritiesIdentifierScheme,
    SourceType,
    UnspecifiedReason,
)
from bods.tables.fields import Known, statement_fields

#: Where the codes of each codelist stand; places in lists are left out of a path.
CODELISTS: Mapping[str, type[Code]] = {
    "recordType": RecordType,
    "recordStatus": RecordStatus,
    "source/type": SourceType,
    "annotations/motivation": AnnotationMotivation,
    "recordDetails/entityType/type": EntityType,
    "recordDetails/entityType/subtype": EntitySubtype,
    "recordDetails/unspecifiedEntityDetails/reason": UnspecifiedReason,
    "recordDetails/publicListing/securitiesListings/security/idScheme": SecuritiesIdentifierScheme,
    "recordDetails/personType": PersonType,
    "recordDetails/unspecifiedPersonDetails/reason": UnspecifiedReason,
    "recordDetails/names/type": NameType,
    "recordDetails/placeOfBirth/type": AddressType,
    "recordDetails/addresses/type": AddressType,
    "recordDetails/politicalExposure/status": PepStatus,
    "recordDetails/subject/reason": UnspecifiedReason,
    "recordDetails/interestedParty/reason": UnspecifiedReason,
    "recordDetails/interests/type": InterestType,
    "recordDetails/interests/directOrIndirect": DirectOrIndirect,
}


@dataclass(slots=True)
class Used:
    """How many statements there are of each type, how many use each field, and how often each code stands where.

    A field is a path of names parted by slashes, without places in lists; `beyond` are those that the standard does
    not know. `schemes` counts identifiers by the type of record and by scheme, else by the scheme's name.
    """

    statements: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    beyond: Counter[str] = field(default_factory=Counter)
    codes: Counter[tuple[str, str]] = field(default_factory=Counter)
    schemes: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    first_day: str | None = None
    last_day: str | None = None

    def passing(self, texts: Iterable[bytes]) -> Iterator[bytes]:
        """Count the texts of statements while they go by."""
        for text in texts:
            self._count(orjson.loads(text))
            yield text

    def _count(self, said: Mapping[str, object]) -> None:
        kind = str(said.get("recordType"))
        self.statements[kind] += 1
        found: set[str] = set()
        unknown: set[str] = set()
        for path, value, known in _leaves(said, statement_fields(), ""):
            (found if known else unknown).add(path)
            if path in CODELISTS:
                self.codes[path, str(value)] += 1
        self.fields.update(found)
        self.beyond.update(unknown)
        self._count_schemes(kind, said)
        self._count_day(str(said.get("statementDate"))[:10])

    def _count_schemes(self, kind: str, said: Mapping[str, object]) -> None:
        details = said.get("recordDetails")
        identifiers = details.get("identifiers") if isinstance(details, dict) else None
        for each in identifiers if isinstance(identifiers, list) else ():
            if isinstance(each, dict):
                self.schemes[kind, str(each.get("scheme") or each.get("schemeName")), "scheme" in each] += 1

    def _count_day(self, day: str) -> None:
        self.first_day = min(self.first_day or day, day)
        self.last_day = max(self.last_day or day, day)


def _leaves(value: object, known: Known | None, path: str) -> Iterator[tuple[str, object, bool]]:
    """Give every value that holds no others, with its path, and whether the standard knows its field."""
    if known is None:
        yield path, value, False
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, known.item, path)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, known.fields.get(name), f"{path}/{name}" if path else name)
    else:
        yield path, value, True


def title_of(path: str) -> str:
    """Give the standard's title of a field; titles of what it lies in come first."""
    known, titles = statement_fields(), list[str]()
    for name in path.split("/"):
        inner = known.fields.get(name) or (known.item.fields.get(name) if known.item else None)
        if inner is None:
            break
        known = inner
        titles.append(known.title)
    return ": ".join(titles[1:] if path.startswith("recordDetails/") else titles)
