"""A statement: one dated claim about one record, never changed once it is made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from bods.codelists import AnnotationMotivation, RecordStatus, RecordType
from bods.exceptions import RecordTypeMismatchError
from bods.parts import Agent, Source
from bods.records import Record, record_type_of

__all__ = [
    "BODS_VERSION",
    "Agent",
    "Annotation",
    "NewStatementId",
    "PublicationDetails",
    "Source",
    "Statement",
]

BODS_VERSION = "0.4"

#: Who makes statements is given one of these: it gives a new identifier of 32 to 64 characters each time.
NewStatementId: TypeAlias = Callable[[], str]

_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
_LEAP_SECOND = re.compile(r"(:\d\d):60")


@dataclass(frozen=True, slots=True)
class PublicationDetails:
    """When, by whom and under which licence a statement was published; the date is an ISO date or date-time."""

    publication_date: str
    bods_version: str = BODS_VERSION
    publisher: Agent | None = None
    license: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def day(self) -> date:
        """The day of publication as it is written, whatever the hour and the zone."""
        return date.fromisoformat(self.publication_date[:10])


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note on one place of a statement.

    `statement_pointer_target` is a JSON Pointer, "" for the whole; `transformed_content` only goes with the
    motivation "transformation", and "linking" needs a `url`.
    """

    statement_pointer_target: str
    motivation: AnnotationMotivation
    description: str | None = None
    creation_date: str | None = None
    created_by: Agent | None = None
    transformed_content: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """What is claimed about one record from `statement_date` (ISO date or date-time) on.

    `declaration_subject` is the record id of the network's subject; `declaration` the id of the filing.

    Raises RecordTypeMismatchError when `record` is not of `record_type`.
    Source: BODS 0.4, `statement.json`.
    """

    statement_id: str
    statement_date: str
    declaration_subject: str
    record_id: str
    record_type: RecordType
    record: Record
    record_status: RecordStatus | None = None
    declaration: str | None = None
    publication: PublicationDetails | None = None
    source: Source | None = None
    annotations: tuple[Annotation, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        carried = record_type_of(self.record)
        if carried is not self.record_type:
            raise RecordTypeMismatchError(self.statement_id, self.record_type, carried)

    @property
    def day(self) -> date:
        """The day the statement speaks of, as it is written, whatever the hour and the zone."""
        return date.fromisoformat(self.statement_date[:10])


def moment(text: str) -> datetime:
    """Read an ISO date or date-time as an instant, in UTC; a date alone is its first moment.

    A leap second counts as the second before it; what lies before year 1 or after year 9999 in UTC as the first or last
    instant of those years. Raises ValueError when the text is neither date nor date-time.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError as fault:
        read = _read_other_forms(text, fault)
    try:
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except OverflowError:
        return _FIRST if read.year == 1 else _LAST


def _read_other_forms(text: str, fault: ValueError) -> datetime:
    # RFC 3339 also allows small letters and a sixtieth second.
    try:
        return datetime.fromisoformat(_LEAP_SECOND.sub(r"\1:59", text.upper()))
    except ValueError:
        raise fault from None
