"""One old statement as a statement of 0.4: what stands around the record, and the record by its type."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bods.codelists import RecordStatus, RecordType
from bods.reading import statement_from
from bods.statements import BODS_VERSION, Statement, moment
from bods.upgrade.annotations import annotations, settled
from bods.upgrade.carrying import Way, carried, same
from bods.upgrade.dates import is_full_date
from bods.upgrade.dates import moment as moment_of_0_4
from bods.upgrade.entity import entity
from bods.upgrade.fitting import fitted, statement_or_advice
from bods.upgrade.gathering import own_day
from bods.upgrade.here import Here, Moves
from bods.upgrade.identifiers import statement_id
from bods.upgrade.loss import Loss, Tell
from bods.upgrade.old import Old
from bods.upgrade.parts import source
from bods.upgrade.person import person
from bods.upgrade.relationship import relationship
from bods.upgrade.values import Json, Value


@dataclass(frozen=True, slots=True)
class Found:
    """What the whole file tells about its statements.

    `record_ids`: the record that a statement describes, by statement id. `own`: the record of an old statement, by its
    position in the file. `subjects`: the declaration subject of a record. `trusts`: the records of trusts.
    `twice`: the positions of statements whose id another one before them has too. `stand_in`: a day for a statement
    that gives none, by its record.
    """

    record_ids: Mapping[str, str]
    own: Mapping[int, str]
    subjects: Mapping[str, str]
    trusts: frozenset[str]
    twice: frozenset[int]
    stand_in: Callable[[str], str | None]


def upgraded_statement(old: Old, status: RecordStatus, found: Found, tell: Tell) -> Statement | None:
    """Give the new statement; None, told, when nothing valid can be made of the old one."""
    here, annotated = Here((old.place,), (), tell), bool(old.body.get("annotations"))
    moves = Moves() if annotated else None
    new = _made(old, status, found, tell, moves)
    if annotated:
        settled(new, here)
    statement = statement_or_advice(new)
    if isinstance(statement, Statement):
        return statement
    if moves is None:
        # Made once more, only to learn where everything went.
        moves = Moves()
        new = _made(old, status, found, _to_nobody, moves)
    fitting = fitted(new, here, moves)
    if fitting is not None and annotated and settled(new, here):
        return statement_from(new)
    return fitting


def _to_nobody(loss: Loss) -> None:
    pass


def _made(old: Old, status: RecordStatus, found: Found, tell: Tell, moves: Moves | None) -> Json:
    body, record_id = old.body, found.own[old.place]
    here = Here((old.place,), (), tell, moves)
    new: Json = {
        "statementId": statement_id(old, here, twice=old.place in found.twice),
        "declarationSubject": found.subjects[record_id],
        "recordId": record_id,
        "recordType": old.type.value,
        "recordStatus": status.value,
    }
    day = _date(body, here, found.stand_in, record_id)
    if day is not None:
        new["statementDate"] = day
    for name, to in (("statementID", "statementId"), ("statementType", "recordType")):
        here.move((name,), (to,))
    new.update(carried({name: body[name] for name in _AROUND if name in body}, _AROUND, here))
    new["recordDetails"] = _details(old, here.over((), ("recordDetails",)), found, record_id)
    if "annotations" in body:
        here.move(("annotations",), ("annotations",))
        new["annotations"] = annotations(body, here.at("annotations"))
    return new


def _details(old: Old, here: Here, found: Found, record_id: str) -> Json:
    match old.type:
        case RecordType.ENTITY:
            return entity(old.body, here, is_trust=record_id in found.trusts)
        case RecordType.PERSON:
            return person(old.body, here)
        case RecordType.RELATIONSHIP:
            return relationship(old.body, here, found.record_ids)


def _date(body: Json, here: Here, stand_in: Callable[[str], str | None], record_id: str) -> str | None:
    given = body.get("statementDate")
    if not is_full_date(given):
        given = moment_of_0_4(given, here.at("statementDate"))
    if isinstance(given, str) and _is_moment(given):
        here.move(("statementDate",), ("statementDate",))
        return given
    if own := own_day(body):
        here.tell(
            "statementDate",
            "The old file gives no date here; the day of publication or of retrieval stands for it.",
        )
        return own
    other = stand_in(record_id)
    if other is not None:
        here.tell(
            "statementDate",
            "The old file gives no date here; a day that others in the file speak of stands for it.",
        )
    return other


def _is_moment(text: str) -> bool:
    try:
        return bool(moment(text))
    except ValueError:
        return False


def _publication(old: Value, here: Here) -> Value:
    return {**carried(old, _PUBLICATION, here), "bodsVersion": BODS_VERSION} if isinstance(old, dict) else old


_PUBLICATION = {
    "publicationDate": Way("publicationDate", moment_of_0_4, is_full_date),
    **same("bodsVersion", "license", "publisher"),
}
_AROUND = {"publicationDetails": Way("publicationDetails", _publication), "source": Way("source", source)}
