"""A file of old statements as a whole: which records they speak of, whose network each belongs to, in what order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bods.codelists import RecordStatus, RecordType
from bods.exceptions import NotAStatementError
from bods.reading import statement_from
from bods.statements import BODS_VERSION, Statement
from bods.upgrade.details import entity, party_id, person, relationship
from bods.upgrade.loss import Loss, Losses
from bods.upgrade.values import Json, items
from bods.validation import faults

_TYPES: Mapping[str, RecordType] = {
    "entityStatement": RecordType.ENTITY,
    "personStatement": RecordType.PERSON,
    "ownershipOrControlStatement": RecordType.RELATIONSHIP,
}


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The statements of 0.4 that an old file became, and all that was lost on the way."""

    statements: tuple[Statement, ...]
    losses: tuple[Loss, ...]


def upgraded(value: object) -> Upgrade:
    """Turn a parsed file of BODS 0.2 or 0.3 (an array, or one statement) into statements of 0.4.

    Statement ids stay. A statement and those that it replaces become one record, under the id of the first of them. The
    subject of the declaration, which old files do not name, is the entity of a connected network that nobody there
    holds through. What cannot be upgraded to valid statements is left out and told as a loss.
    """
    losses = Losses()
    olds = dict(_readable(value if isinstance(value, list) else [value], losses))
    record_ids = _record_ids(olds)
    subjects = _subjects(olds, record_ids, losses)

    made: list[tuple[int, Statement]] = []
    begun: set[str] = set()
    for place, old in olds.items():
        new = _statement(old, losses.at(place), record_ids, subjects, begun)
        statement = _valid(new, losses.at(place))
        if statement is not None:
            begun.add(statement.record_id)
            made.append((_floor(new), statement))

    made.sort(key=lambda ranked: ranked[0])
    return Upgrade(tuple(statement for _, statement in made), tuple(losses.told))


def _readable(values: list[Any], losses: Losses) -> Iterator[tuple[int, Json]]:
    for place, old in enumerate(values):
        known = isinstance(old, dict) and str(old.get("statementType")) in _TYPES
        if known and isinstance(old.get("statementID"), str):
            yield place, old
        else:
            losses.at(place).tell("statementType", "Left out: this is no statement of BODS 0.2 or 0.3.")


def _record_ids(olds: Mapping[int, Json]) -> dict[str, str]:
    replaced: dict[str, str] = {}
    for old in olds.values():
        for earlier in items(old, "replacesStatements")[:1]:
            replaced[old["statementID"]] = str(earlier)
    return {old["statementID"]: _first(old["statementID"], replaced) for old in olds.values()}


def _first(statement_id: str, replaced: Mapping[str, str]) -> str:
    seen = {statement_id}
    while statement_id in replaced and replaced[statement_id] not in seen:
        statement_id = replaced[statement_id]
        seen.add(statement_id)
    return statement_id


def _subjects(olds: Mapping[int, Json], record_ids: Mapping[str, str], losses: Losses) -> dict[str, str]:
    """Give the declaration subject of each record's network."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    held, holding = dict[str, int](), set[str]()
    for place, old in olds.items():
        own = record_ids[old["statementID"]]
        neighbours[own]
        for field in ("subject", "interestedParty"):
            named = party_id(old.get(field))
            if named is not None:
                party = record_ids.get(named, named)
                neighbours[own].add(party)
                neighbours[party].add(own)
                if field == "subject":
                    held.setdefault(party, place)
                else:
                    holding.add(party)
    subjects: dict[str, str] = {}
    for record_id in list(neighbours):
        if record_id not in subjects:
            network = _connected(record_id, neighbours)
            subjects.update(dict.fromkeys(network, _subject_of(network, held, holding, losses)))
    return subjects


def _connected(start: str, neighbours: Mapping[str, set[str]]) -> list[str]:
    found, waiting = {start: None}, [start]
    while waiting:
        for other in sorted(neighbours[waiting.pop()]):
            if other not in found:
                found[other] = None
                waiting.append(other)
    return list(found)


def _subject_of(network: list[str], held: Mapping[str, int], holding: set[str], losses: Losses) -> str:
    roots = [record_id for record_id in network if record_id in held and record_id not in holding]
    candidates = roots or [record_id for record_id in network if record_id in held] or network[:1]
    chosen = min(candidates, key=lambda record_id: held.get(record_id, 0))
    if len(candidates) > 1:
        losses.at(held[chosen]).tell(
            "declarationSubject",
            f"Chosen among {len(candidates)}: the old file does not say whose network this is.",
        )
    return chosen


def _statement(
    old: Json,
    losses: Losses,
    record_ids: Mapping[str, str],
    subjects: Mapping[str, str],
    begun: set[str],
) -> Json:
    record_type = _TYPES[old["statementType"]]
    record_id = record_ids[old["statementID"]]
    follows = record_id in begun or items(old, "replacesStatements")
    if len(items(old, "replacesStatements")) > 1:
        losses.tell("replacesStatements", "Only the first of the replaced statements is the same record now.")
    new: Json = {
        "statementId": old["statementID"],
        "statementDate": _date_of(old, losses),
        "declarationSubject": subjects[record_id],
        "recordId": record_id,
        "recordType": record_type.value,
        "recordStatus": (RecordStatus.UPDATED if follows else RecordStatus.NEW).value,
    }
    if isinstance(old.get("publicationDetails"), dict):
        new["publicationDetails"] = old["publicationDetails"] | {"bodsVersion": BODS_VERSION}
    if "source" in old:
        new["source"] = old["source"]
    if "annotations" in old:
        losses.tell("annotations", "Left out: they point to places that are elsewhere now.")
    match record_type:
        case RecordType.ENTITY:
            new["recordDetails"] = entity(old, losses)
        case RecordType.PERSON:
            new["recordDetails"] = person(old, losses)
        case RecordType.RELATIONSHIP:
            new["recordDetails"] = relationship(old, losses, record_ids)
    return new


def _date_of(old: Json, losses: Losses) -> object:
    if "statementDate" in old:
        return old["statementDate"]
    losses.tell("statementDate", "The old file gives none; the day of publication stands for it.")
    details = old.get("publicationDetails")
    return details.get("publicationDate") if isinstance(details, dict) else None


def _valid(new: Json, losses: Losses) -> Statement | None:
    found = faults(new)
    try:
        if not found:
            return statement_from(new)
        reason = " ".join(fault.sentence for fault in found)
    except NotAStatementError as fault:
        reason = str(fault)
    losses.tell("statementID", f"Left out, since the statement would not be valid. {reason}")
    return None


def _floor(new: Json) -> int:
    details = new["recordDetails"]
    if new["recordType"] != RecordType.RELATIONSHIP:
        return 0
    return 1 if details["isComponent"] else 2
