"""A snapshot straight from published texts: only the statements that count are read whole."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

import orjson

from bods.codelists import RecordStatus
from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.history.claims import Claim
from bods.history.instants import Known, instant_and_day
from bods.history.picking import picked
from bods.history.snapshot import Snapshot
from bods.reading import statement_from
from bods.statements import Statement

#: The parsed JSON of a statement, and its position among the texts, counted from 0.
_Value: TypeAlias = tuple[int, Any]


def snapshot_of_texts(texts: Iterable[bytes | str], on: date, known: Known = None) -> Snapshot:
    """Show what published statements, each a JSON text, say of a day: as `snapshot` does, without reading them all.

    Raises UnreadableFileError, its line counted from 1, for what is not JSON, and NotAStatementError, its place
    beginning with the position counted from 0, for a statement that counts and cannot be read. Of statements that do not
    count only the dates and identifiers are looked at.
    """
    return picked(_claims(texts), on, known, _read)


def _claims(texts: Iterable[bytes | str]) -> Iterator[Claim[_Value]]:
    for position, text in enumerate(texts):
        try:
            value = orjson.loads(text)
        except orjson.JSONDecodeError as fault:
            raise UnreadableFileError(str(fault), position + 1) from None
        try:
            yield _claim((position, value))
        except (KeyError, TypeError, ValueError, AttributeError):
            # Reading it whole says what is wrong, and where.
            _read((position, value))
            raise


def _claim(carried: _Value) -> Claim[_Value]:
    _, value = carried
    statement_id, record_id = value["statementId"], value["recordId"]
    if not (isinstance(statement_id, str) and isinstance(record_id, str)):
        raise TypeError
    spoken, day = instant_and_day(value["statementDate"])
    publication = value.get("publicationDetails")
    published = spoken if publication is None else instant_and_day(publication["publicationDate"])[0]
    closes = value.get("recordStatus") == RecordStatus.CLOSED
    return Claim(statement_id, record_id, spoken, published, day, closes, carried)


def _read(carried: _Value) -> Statement:
    position, value = carried
    try:
        return statement_from(value)
    except NotAStatementError as fault:
        raise fault.under(position) from None
